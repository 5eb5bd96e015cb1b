-- Takes out who gave no sign of life since.
local function prune(sockets, readers, since)
  local silent = redis.call('ZRANGEBYSCORE', sockets, '-inf', '(' .. since)
  for i = 1, #silent do
    redis.call('ZREM', sockets, silent[i])
    redis.call('ZREM', readers, silent[i])
  end
end
