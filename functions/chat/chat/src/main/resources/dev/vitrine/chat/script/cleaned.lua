-- Notes that nothing is in the segments any more which acts up to here took back.
-- keys: lease run
-- arguments: token upTo
-- answers: 1; nothing when the lease is lost
if redis.call('GET', lease) ~= token then return nil end
redis.call('HSET', run, 'cleaned', upTo)
return 1
