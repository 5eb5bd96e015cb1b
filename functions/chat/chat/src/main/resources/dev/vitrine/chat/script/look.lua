-- What a runner finds at a turn. Renews the lease, notes up to where it has sent, and takes silent sockets out.
-- keys: lease awake log sequence run sockets readers private removed
-- arguments: token now leaseLasts read sent most mostPrivate silenceOnA silenceOnB mostRemoved settling mostSockets
-- includes: log prune
-- answers: nothing when the lease is lost; else progress, last number, viewers, readers to serve with their numbers, entries,
--   entries that not everybody hears, what has yet to be taken out of segments
if redis.call('GET', lease) ~= token then return nil end
redis.call('PEXPIRE', lease, leaseLasts)
redis.call('SET', awake, '1', 'PX', leaseLasts)
now = tonumber(now)
local progress = redis.call('HMGET', run, 'lane', 'laneAt', 'laneSince', 'sent', 'kept', 'slot',
    'slotUntil', 'claimed', 'likes', 'likesTold', 'likesAt', 'peak', 'viewersTold', 'presenceAt')
local lane = progress[1] or 'A'
if tonumber(sent) > tonumber(progress[4] or '0') then
  redis.call('HSET', run, 'sent', sent)
  progress[4] = sent
end
redis.call('EXPIRE', run, ROOM_LIVES)
local settled = now - tonumber(progress[3] or '0') > tonumber(settling)
local silence = lane == 'A' and settled and silenceOnA or silenceOnB
prune(sockets, readers, now - tonumber(silence))
local served = {}
local changed = tonumber(progress[2] or '0')
if lane == 'A' then
  served = redis.call('ZREVRANGEBYSCORE', readers, '+inf', settled and 0 or changed, 'WITHSCORES',
      'LIMIT', 0, mostSockets)
elseif tonumber(progress[4] or '0') < changed then
  served = redis.call('ZREVRANGE', readers, 0, mostSockets - 1, 'WITHSCORES')
end
local entries = redis.call('XRANGE', log, '(' .. read, '+', 'COUNT', most)
for i = 1, 14 do progress[i] = progress[i] or '' end
return {progress, last(log, sequence), redis.call('ZCARD', sockets), served, entries,
    redis.call('XRANGE', private, '-', '+', 'COUNT', mostPrivate),
    redis.call('ZRANGEBYSCORE', removed, '(' .. (redis.call('HGET', run, 'cleaned') or '0'), '+inf',
        'LIMIT', 0, mostRemoved)}
