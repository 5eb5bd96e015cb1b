-- Reads the first of a ranking.
-- keys: coins names
-- arguments: most
-- answers: who, name, coins, who, name, coins ...; nothing when there is no ranking
local found = redis.call('ZREVRANGE', coins, 0, most - 1, 'WITHSCORES')
local ranked = {}
for i = 1, #found, 2 do
  ranked[#ranked + 1] = found[i]
  ranked[#ranked + 1] = redis.call('HGET', names, found[i]) or found[i]
  ranked[#ranked + 1] = string.format('%.0f', tonumber(found[i + 1]))
end
return ranked
