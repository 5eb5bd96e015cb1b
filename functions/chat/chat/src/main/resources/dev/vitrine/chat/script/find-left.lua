-- Looks whether a room that nobody runs has something to do. Takes silent sockets out, as a runner does.
-- keys: lease awake log sequence run sockets readers private removed
-- arguments: now silenceOnA silenceOnB
-- includes: log wake prune
-- answers: 1 when a wake is to be sent, -1 when the room is empty and done, else 0
if redis.call('EXISTS', lease) == 1 then return 0 end
local progress = redis.call('HMGET', run, 'lane', 'sent', 'kept', 'likes', 'likesTold', 'viewersTold', 'laneAt', 'slotUntil', 'cleaned')
local function number(at) return tonumber(progress[at] or '0') end
local silence = progress[1] == 'B' and silenceOnB or silenceOnA
prune(sockets, readers, tonumber(now) - tonumber(silence))
local viewers = redis.call('ZCARD', sockets)
local newest = last(log, sequence)
if progress[1] == 'B' or number(2) < newest or number(3) < newest or number(5) < number(4)
    or number(6) ~= viewers or number(8) < number(7)
    or redis.call('XLEN', private) > 0
    or redis.call('ZCOUNT', removed, '(' .. number(9), '+inf') > 0 then
  return asleep(awake)
end
return viewers == 0 and -1 or 0
