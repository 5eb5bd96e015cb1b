-- Fixes what a slot holds before it is written, and that there is such a segment from now on.
-- keys: lease run hidden segments
-- arguments: token slotBefore slot
-- rest: sampled
-- includes: lives
-- answers: 1; 0 when it is not the next slot; nothing when the lease is lost
if redis.call('GET', lease) ~= token then return nil end
local written = redis.call('HMGET', run, 'slot', 'claimed')
if written[2] and written[2] ~= '' then return written[2] == slot and 1 or 0 end
if (written[1] or '0') ~= slotBefore then return 0 end
redis.call('HSET', run, 'claimed', slot)
redis.call('ZADD', segments, string.match(slot, '^%d+'), slot)
redis.call('EXPIRE', segments, ROOM_LIVES)
for _, number in ipairs(sampled) do redis.call('ZADD', hidden, number, number) end
redis.call('EXPIRE', hidden, LOG_LIVES)
return 1
