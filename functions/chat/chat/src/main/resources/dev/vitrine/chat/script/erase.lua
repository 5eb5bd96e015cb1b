-- Takes what a person said, and what they alone were to hear, out of a stretch of the log.
-- keys: log private
-- arguments: from subject most
-- answers: where the stretch ended; nothing at the end of the log
local entries = redis.call('XRANGE', log, from, '+', 'COUNT', most)
for _, entry in ipairs(entries) do
  for at = 1, #entry[2], 2 do
    if entry[2][at] == 's' and entry[2][at + 1] == subject then
      redis.call('XDEL', log, entry[1])
      redis.call('XDEL', private, entry[1])
    end
  end
end
return #entries == tonumber(most) and entries[#entries][1] or ''
