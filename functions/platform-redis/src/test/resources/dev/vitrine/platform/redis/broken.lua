-- Breaks.
-- answers: nothing
return nothing.at.all
