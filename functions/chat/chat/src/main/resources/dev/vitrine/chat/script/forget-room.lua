-- Looks after a room no longer, unless it was woken since.
-- keys: activeRooms
-- arguments: room since
-- answers: 1
if tonumber(redis.call('ZSCORE', activeRooms, room) or since) < tonumber(since) then
  redis.call('ZREM', activeRooms, room)
end
return 1
