-- Writes totals into a ranking. Totals only grow, so that writing one twice, or in another order, is as once.
-- A changed total is not written into a ranking that is not there: the ranking would look like the whole.
-- keys: coins names
-- arguments: lifetime depth whole totals
-- answers: 1; 0 when the ranking is not there and this is not the whole of it
--
-- lifetime: seconds; depth: how many stay; whole: '1' when these are all; totals: JSON, [[who, name, coins], ...]
if whole == '0' and redis.call('EXISTS', coins) == 0 then return 0 end
for _, total in ipairs(cjson.decode(totals)) do
  redis.call('ZADD', coins, 'GT', total[3], total[1])
  redis.call('HSET', names, total[1], total[2])
end
local out = redis.call('ZRANGE', coins, 0, -depth - 1)
for _, who in ipairs(out) do
  redis.call('ZREM', coins, who)
  redis.call('HDEL', names, who)
end
redis.call('EXPIRE', coins, lifetime)
redis.call('EXPIRE', names, lifetime)
return 1
