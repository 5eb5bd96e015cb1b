-- Appends what was decided, once; what not everybody hears (`hearers`) also to what the runner brings to them, and what it takes back (`takes`)
-- also to what the runner takes out of segments. Who finds it told still calls a runner: who told it may have died before.
-- keys: log sequence awake told private removed
-- arguments: item subject hearers takes mostRemoved decision toldLives
-- includes: log wake
-- answers: the number, or 0 when it was told before; and whether to send a wake
local first = redis.call('SADD', told, decision) == 1
redis.call('EXPIRE', told, toldLives)
local seq = 0
if first then
  seq = append(log, sequence, item, subject)
  if hearers ~= '' then
    redis.call('XADD', private, 'MAXLEN', '~', 1000, seq .. '-0', 'i', item)
    redis.call('EXPIRE', private, LOG_LIVES)
  end
  if takes ~= '' then
    redis.call('ZADD', removed, seq, seq .. ' ' .. takes)
    redis.call('ZREMRANGEBYRANK', removed, 0, -1 - tonumber(mostRemoved))
    redis.call('EXPIRE', removed, LOG_LIVES)
  end
end
return {seq, asleep(awake)}
