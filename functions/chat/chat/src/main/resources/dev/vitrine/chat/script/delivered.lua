-- Notes that an item was brought to everybody whom it is for.
-- keys: lease private
-- arguments: token number
-- answers: 1; nothing when the lease is lost
if redis.call('GET', lease) ~= token then return nil end
redis.call('XDEL', private, number .. '-0')
return 1
