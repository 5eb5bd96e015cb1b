local DOUBLE = 2
