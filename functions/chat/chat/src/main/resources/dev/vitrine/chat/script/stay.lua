-- A sign of life. A socket that was given up and lives is served from here on, sees that it missed something and joins again.
-- keys: sockets run readers log sequence
-- arguments: now connection
-- includes: log
-- answers: how many are there
redis.call('ZADD', sockets, now, connection)
if not redis.call('ZSCORE', readers, connection) then
  redis.call('ZADD', readers, last(log, sequence), connection)
end
local viewers = redis.call('ZCARD', sockets)
if viewers > tonumber(redis.call('HGET', run, 'peak') or '0') then
  redis.call('HSET', run, 'peak', viewers)
end
return viewers
