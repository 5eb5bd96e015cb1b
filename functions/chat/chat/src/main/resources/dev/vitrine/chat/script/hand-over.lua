-- Gives the lease back; the room counts as called until the next runner has begun.
-- keys: lease awake run
-- arguments: token sent
-- includes: wake
-- answers: 1; nothing when the lease is lost
if redis.call('GET', lease) ~= token then return nil end
if tonumber(sent) > tonumber(redis.call('HGET', run, 'sent') or '0') then
  redis.call('HSET', run, 'sent', sent)
end
redis.call('DEL', lease)
redis.call('SET', awake, '1', 'PX', WAKE_TAKES)
return 1
