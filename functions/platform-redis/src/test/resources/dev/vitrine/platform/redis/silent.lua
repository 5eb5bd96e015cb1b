-- Says nothing.
-- keys: room
return 0
