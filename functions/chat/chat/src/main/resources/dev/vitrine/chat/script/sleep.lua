-- Gives the lease back, if nothing happened meanwhile.
-- keys: lease awake log sequence run sockets private
-- arguments: token seen likes viewers
-- includes: log
-- answers: 1; 0 when something happened; nothing when the lease is lost
if redis.call('GET', lease) ~= token then return nil end
if last(log, sequence) ~= tonumber(seen)
    or (redis.call('HGET', run, 'likes') or '0') ~= likes
    or redis.call('ZCARD', sockets) ~= tonumber(viewers)
    or redis.call('XLEN', private) > 0 then
  return 0
end
redis.call('DEL', lease, awake)
return 1
