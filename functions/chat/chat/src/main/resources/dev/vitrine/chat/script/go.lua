-- Leaves a room.
-- keys: sockets awake readers
-- arguments: connection
-- includes: wake
-- answers: whether to send a wake
redis.call('ZREM', readers, connection)
if redis.call('ZREM', sockets, connection) == 0 then return 0 end
return asleep(awake)
