-- What somebody is in a room.
-- keys: facts moderators
-- arguments: subject
-- answers: streamer (empty: there is no such room), followers only, whether appointed
local known = redis.call('HMGET', facts, 'streamer', 'followersOnly')
return {known[1] or '', known[2] or 'false', redis.call('SISMEMBER', moderators, subject)}
