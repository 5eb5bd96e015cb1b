-- Appends an item of the runner's own, with the progress that it means: names and values; `$` is the item's number.
-- keys: lease log sequence run
-- arguments: token item
-- rest: progress
-- includes: log
-- answers: the number; nothing when the lease is lost
if redis.call('GET', lease) ~= token then return nil end
local seq = append(log, sequence, item, '')
for i = 1, #progress, 2 do
  local value = progress[i + 1]
  if value == '$' then value = seq end
  redis.call('HSET', run, progress[i], value)
end
return seq
