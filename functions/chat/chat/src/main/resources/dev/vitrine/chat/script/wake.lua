-- Whether somebody runs the room.
-- How long a wake may take until its runner has begun, in ms. Then the next item sends another.
local WAKE_TAKES = 10000
-- 1 when nobody runs the room and nobody was called: the caller then sends the wake.
local function asleep(awake)
  return redis.call('SET', awake, '1', 'NX', 'PX', WAKE_TAKES) and 1 or 0
end
