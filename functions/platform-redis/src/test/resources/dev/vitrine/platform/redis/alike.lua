-- Names two things alike.
-- keys: room
-- arguments: room
-- answers: nothing
return 0
