-- Notes that the history has everything up to here, and trims the log by what nobody needs.
-- keys: lease run log hidden sequence
-- arguments: token upTo stays
-- includes: log
-- answers: 1; nothing when the lease is lost
if redis.call('GET', lease) ~= token then return nil end
redis.call('HSET', run, 'kept', upTo)
redis.call('ZREMRANGEBYSCORE', hidden, '-inf', upTo)
local progress = redis.call('HMGET', run, 'sent', 'lane', 'laneAt', 'slotUntil')
local done = tonumber(upTo)
if progress[2] == 'B' or tonumber(progress[4] or '0') < tonumber(progress[3] or '0') then
  done = math.min(done, tonumber(progress[4] or '0'))
end
if progress[2] ~= 'B' or tonumber(progress[1] or '0') < tonumber(progress[3] or '0') then
  done = math.min(done, tonumber(progress[1] or '0'))
end
local trim = math.min(done + 1, last(log, sequence) - tonumber(stays))
if trim > 0 then redis.call('XTRIM', log, 'MINID', '~', trim) end
return 1
