-- Writes what PostgreSQL knows of a room, as a whole. A sequence that is lost goes on behind the history, and behind what was not
-- kept yet: `lost` numbers.
-- keys: facts moderators banned muted standing sequence log
-- arguments: room lost
-- includes: lives
-- answers: 1
local known = cjson.decode(room)
redis.call('DEL', facts, moderators, banned, muted, standing)
redis.call('HSET', facts, 'streamer', known.streamer, 'state', known.state, 'stateAt', known.stateAt,
    'slowMode', known.slowMode, 'followersOnly', known.followersOnly, 'notice', known.notice,
    'words', known.words)
for _, subject in ipairs(known.mods) do redis.call('SADD', moderators, subject) end
for _, subject in ipairs(known.banned) do redis.call('SADD', banned, subject) end
for _, mute in ipairs(known.muted) do redis.call('ZADD', muted, mute.til, mute.subject) end
for _, state in ipairs(known.standing) do redis.call('HSET', standing, state.kind, state.item) end
for _, key in ipairs({facts, moderators, banned, muted, standing}) do redis.call('EXPIRE', key, ROOM_LIVES) end
if redis.call('EXISTS', sequence) == 0 and redis.call('EXISTS', log) == 0 and known.last > 0 then
  redis.call('SET', sequence, known.last + tonumber(lost), 'EX', ROOM_LIVES)
end
return 1
