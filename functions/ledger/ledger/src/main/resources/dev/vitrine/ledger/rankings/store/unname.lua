-- Takes the name of somebody out of a ranking; their place stays.
-- keys: names
-- arguments: who
-- answers: 1
if redis.call('HEXISTS', names, who) == 1 then redis.call('HSET', names, who, '') end
return 1
