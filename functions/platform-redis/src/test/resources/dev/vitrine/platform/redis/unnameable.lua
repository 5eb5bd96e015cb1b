-- Has no number for a name.
-- keys: 1st
-- answers: nothing
return 0
