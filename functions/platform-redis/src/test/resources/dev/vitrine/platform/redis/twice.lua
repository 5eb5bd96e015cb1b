-- Uses a constant of another.
-- includes: double
local function twice(number) return DOUBLE * tonumber(number) end
