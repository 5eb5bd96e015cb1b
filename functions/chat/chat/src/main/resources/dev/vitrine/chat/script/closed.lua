-- Whether a room talks: while there is, or may be, a picture, and a while after.
local function closed(state, since, now, lingers)
  if state == 'READY' or state == 'LIVE' or state == 'INTERRUPTED' then return false end
  return not (state == 'ENDED' and now - tonumber(since or '0') < lingers)
end
