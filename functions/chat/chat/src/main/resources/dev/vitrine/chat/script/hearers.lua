-- Which sockets an item is for that not everybody hears: those of one person or, where `subject` is empty, of who keeps order.
-- keys: people operators moderators facts sockets
-- arguments: now subject
-- includes: people
-- answers: connections, one perhaps twice
local found = {}
local function add(connection, till)
  if tonumber(till) > tonumber(now) and redis.call('ZSCORE', sockets, connection) then found[#found + 1] = connection end
end
local function addAll(who)
  for connection, till in open(people, who) do add(connection, till) end
end
if subject ~= '' then
  addAll(subject)
  return found
end
for _, moderator in ipairs(redis.call('SMEMBERS', moderators)) do addAll(moderator) end
addAll(redis.call('HGET', facts, 'streamer') or '')
local operating = redis.call('HGETALL', operators)
for i = 1, #operating, 2 do add(operating[i], operating[i + 1]) end
return found
