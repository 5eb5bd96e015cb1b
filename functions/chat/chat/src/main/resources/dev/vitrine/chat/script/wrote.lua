-- Notes that a claimed slot is written.
-- keys: lease run
-- arguments: token claimed slot slotUntil
-- answers: 1; 0 when it was not claimed; nothing when the lease is lost
if redis.call('GET', lease) ~= token then return nil end
if redis.call('HGET', run, 'claimed') ~= claimed then return 0 end
redis.call('HSET', run, 'slot', slot, 'slotUntil', slotUntil, 'claimed', '')
return 1
