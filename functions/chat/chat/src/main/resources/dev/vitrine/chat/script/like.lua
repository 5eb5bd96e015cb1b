-- Counts taps at once; whoever runs the room tells them once a second.
-- keys: facts run banned said awake
-- arguments: now subject count burst refill lingers saidKept
-- includes: wake closed bucket
-- answers: rule (empty: done), all taps of the show, ms to wait, whether to send a wake
now = tonumber(now)
local known = redis.call('HMGET', facts, 'state', 'stateAt')
if not known[1] then return {'NOT_JOINED', '', 0, 0} end
if redis.call('SISMEMBER', banned, subject) == 1 then return {'BANNED', '', 0, 0} end
if closed(known[1], known[2], now, tonumber(lingers)) then return {'ROOM_CLOSED', '', 0, 0} end
local wait = take(said, 'like', now, tonumber(burst), tonumber(refill))
redis.call('EXPIRE', said, saidKept)
if wait > 0 then return {'RATE', '', wait, 0} end
local total = redis.call('HINCRBY', run, 'likes', count)
return {'', tostring(total), 0, asleep(awake)}
