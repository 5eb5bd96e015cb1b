-- Adds twice the first and all others to one key, and remembers in another how often.
-- keys: sum times
-- arguments: first
-- rest: others
-- includes: twice double
-- answers: the sum, and how often something was added
local added = twice(first)
for _, other in ipairs(others) do added = added + tonumber(other) end
return {redis.call('INCRBY', sum, added), redis.call('INCR', times)}
