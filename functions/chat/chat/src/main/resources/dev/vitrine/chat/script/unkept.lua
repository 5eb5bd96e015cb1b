-- What the history has yet to take.
-- keys: log hidden
-- arguments: after upTo most
-- answers: entries, and the numbers that were sampled away
return {redis.call('XRANGE', log, '(' .. after, upTo, 'COUNT', most),
    redis.call('ZRANGEBYSCORE', hidden, '(' .. after, upTo)}
