-- Takes what a person said, what names them and what they alone were to hear out of a stretch of the log. Acts stay: they say who may not talk.
-- keys: log private
-- arguments: from subject viewer most
-- answers: where the stretch ended, nothing at the end of the log; how many entries went
local entries = redis.call('XRANGE', log, from, '+', 'COUNT', most)
local gone = 0
local function theirs(fields)
  for at = 1, #fields, 2 do
    local name, value = fields[at], fields[at + 1]
    if name == 's' and value == subject then return true end
    if name == 'i' and string.find(value, '"viewer":"' .. viewer .. '"', 1, true)
        and not string.find(value, '{"kind":"moderation"', 1, true) then
      return true
    end
  end
  return false
end
for _, entry in ipairs(entries) do
  if theirs(entry[2]) then
    redis.call('XDEL', log, entry[1])
    redis.call('XDEL', private, entry[1])
    gone = gone + 1
  end
end
return {#entries == tonumber(most) and entries[#entries][1] or '', gone}
