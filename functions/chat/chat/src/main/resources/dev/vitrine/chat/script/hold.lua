-- Makes the verdict of the lists the reply to a client id; both `Kept` are in s.
-- keys: clientId said
-- arguments: reply now digest replyKept saidKept
-- answers: 1
redis.call('SET', clientId, reply, 'EX', replyKept)
redis.call('HSET', said, 'at', now, 'text', digest, 'textAt', now)
redis.call('EXPIRE', said, saidKept)
return 1
