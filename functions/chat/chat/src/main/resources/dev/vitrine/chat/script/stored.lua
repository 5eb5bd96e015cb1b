-- Which segments there are, and what was taken back.
-- keys: segments removed
-- answers: slots as they were claimed, oldest first; removals, oldest first
return {redis.call('ZRANGE', segments, 0, -1), redis.call('ZRANGE', removed, 0, -1)}
