-- A room's log and the numbers of its sequence. They have no holes and are never given twice. The log outlives its counter only
-- if somebody took keys away: then the log says where to go on.
-- includes: lives
local function last(log, sequence)
  local given = tonumber(redis.call('GET', sequence) or '0')
  local newest = redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)
  if newest[1] then given = math.max(given, tonumber(string.match(newest[1][1], '^%d+'))) end
  return given
end
local function append(log, sequence, item, subject)
  local seq = last(log, sequence) + 1
  redis.call('SET', sequence, seq, 'EX', ROOM_LIVES)
  if subject == '' then
    redis.call('XADD', log, seq .. '-0', 'i', item)
  else
    redis.call('XADD', log, seq .. '-0', 'i', item, 's', subject)
  end
  redis.call('EXPIRE', log, LOG_LIVES)
  return seq
end
