-- Judges a message by every rule of one viewer, and appends it to the log or says which rule refuses.
-- keys: log sequence facts banned muted said clientId awake
-- arguments: now item subject moderates follows verdict digest burst refill repeats lingers replyKept saidKept
-- includes: log wake closed bucket
-- answers: rule (empty: done; SEEN: the reply of before; LISTS: their verdict), number or text, ms to wait, whether to send a wake
--
-- `verdict` is what the word lists decided, as a reply, or empty; the last two arguments are in s, the four before in ms.
now = tonumber(now)
local seen = redis.call('GET', clientId)
if seen then return {'SEEN', seen, 0, 0} end
local known = redis.call('HMGET', facts, 'state', 'stateAt', 'slowMode', 'followersOnly')
if not known[1] then return {'NOT_JOINED', '', 0, 0} end
if redis.call('SISMEMBER', banned, subject) == 1 then return {'BANNED', '', 0, 0} end
if closed(known[1], known[2], now, tonumber(lingers)) then return {'ROOM_CLOSED', '', 0, 0} end
local mutedUntil = tonumber(redis.call('ZSCORE', muted, subject) or '0')
if mutedUntil > now then return {'MUTED', '', mutedUntil - now, 0} end
local wait = take(said, 'say', now, tonumber(burst), tonumber(refill))
redis.call('EXPIRE', said, saidKept)
if wait > 0 then return {'RATE', '', wait, 0} end
local before = redis.call('HMGET', said, 'at', 'text', 'textAt')
if moderates ~= '1' then
  if known[4] == 'true' and follows ~= '1' then return {'FOLLOWERS_ONLY', '', 0, 0} end
  local next = tonumber(before[1] or '0') + tonumber(known[3] or '0') * 1000
  if before[1] and next > now then return {'SLOW_MODE', '', next - now, 0} end
end
if before[2] == digest then
  local again = tonumber(before[3]) + tonumber(repeats)
  if again > now then return {'REPEATED', '', again - now, 0} end
end
if verdict ~= '' then return {'LISTS', verdict, 0, 0} end
redis.call('HSET', said, 'at', now, 'text', digest, 'textAt', now)
local seq = append(log, sequence, item, subject)
redis.call('SET', clientId, 'OK ' .. seq, 'EX', replyKept)
return {'', tostring(seq), 0, asleep(awake)}
