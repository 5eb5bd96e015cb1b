-- Which sockets a person has open in a room: connections and when their tokens end, in ms, in turn.
local function open(people, subject)
  return string.gmatch(redis.call('HGET', people, subject) or '', '(%S+) (%d+)')
end
local function come(people, subject, connection, till, now, lives)
  local sockets = connection .. ' ' .. till
  for other, ends in open(people, subject) do
    if other ~= connection and tonumber(ends) > tonumber(now) then sockets = sockets .. ' ' .. other .. ' ' .. ends end
  end
  redis.call('HSET', people, subject, sockets)
  redis.call('EXPIRE', people, lives)
end
