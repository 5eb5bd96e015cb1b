-- Appends what was decided, once. Who finds it told still calls a runner: who told it may have died before.
-- keys: log sequence awake told
-- arguments: item decision toldLives
-- includes: log wake
-- answers: the number, or 0 when it was told before; and whether to send a wake
local first = redis.call('SADD', told, decision) == 1
redis.call('EXPIRE', told, toldLives)
return {first and append(log, sequence, item, '') or 0, asleep(awake)}
