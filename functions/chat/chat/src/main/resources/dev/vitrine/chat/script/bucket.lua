-- A bucket of `burst` that gets one back each `refill` ms; it is counted in ms, so that nothing is rounded. 0 when one was taken,
-- else the ms to wait.
local function take(key, name, now, burst, refill)
  local had = redis.call('HMGET', key, name, name .. 'At')
  local at = tonumber(had[2] or now)
  local left = math.min(burst * refill, tonumber(had[1] or burst * refill) + math.max(0, now - at))
  local wait = math.max(0, refill - left)
  if wait == 0 then left = left - refill end
  redis.call('HSET', key, name, left, name .. 'At', math.max(now, at))
  return wait
end
