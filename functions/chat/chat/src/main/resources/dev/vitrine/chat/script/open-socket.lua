-- Notes an open connection and who sits behind it.
-- keys: socket
-- arguments: lives
-- rest: fields
-- answers: 1
redis.call('DEL', socket)
for i = 1, #fields, 2 do redis.call('HSET', socket, fields[i], fields[i + 1]) end
redis.call('EXPIRE', socket, lives)
return 1
