-- Comes into a room and is shown what was said, so that nothing falls between the two.
-- keys: log sequence facts run sockets moderators muted awake readers standing people operators
-- arguments: now connection subject after recent resumed socketsLive operator signedInUntil
-- includes: log wake people
-- answers: nothing when there is no such room; else streamer, slow mode, followers only, notice, lane, slot, likes, viewers, cursor,
--   whether `items` begin anew, items, whether appointed, end of a mute, whether to send a wake, what stands
local known = redis.call('HMGET', facts, 'streamer', 'slowMode', 'followersOnly', 'notice')
if not known[1] then return {} end
redis.call('ZADD', sockets, now, connection)
redis.call('EXPIRE', sockets, socketsLive)
local viewers = redis.call('ZCARD', sockets)
local progress = redis.call('HMGET', run, 'lane', 'slot', 'likes', 'peak')
if viewers > tonumber(progress[4] or '0') then redis.call('HSET', run, 'peak', viewers) end
local cursor = last(log, sequence)
redis.call('ZADD', readers, cursor, connection)
redis.call('EXPIRE', readers, socketsLive)
local from = tonumber(after)
local reset = 1
local items = {}
if from == cursor then
  reset = 0
elseif from >= 0 and from < cursor and cursor - from <= tonumber(resumed) then
  items = redis.call('XRANGE', log, (from + 1) .. '-0', '+')
  if items[1] and items[1][1] == (from + 1) .. '-0' then reset = 0 end
end
if reset == 1 then
  local newest = redis.call('XREVRANGE', log, '+', '-', 'COUNT', recent)
  items = {}
  for i = #newest, 1, -1 do items[#items + 1] = newest[i] end
end
local appointed = 0
local mutedUntil = '0'
if subject ~= '' then
  appointed = redis.call('SISMEMBER', moderators, subject)
  mutedUntil = redis.call('ZSCORE', muted, subject) or '0'
  come(people, subject, connection, signedInUntil, now, socketsLive)
  if operator == '1' then
    redis.call('HSET', operators, connection, signedInUntil)
    redis.call('EXPIRE', operators, socketsLive)
  end
end
return {known[1], known[2] or '0', known[3] or 'false', known[4] or '', progress[1] or 'A', progress[2] or '0',
    progress[3] or '0', viewers, cursor, reset, items, appointed, mutedUntil, asleep(awake),
    redis.call('HVALS', standing)}
