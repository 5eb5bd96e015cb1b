-- How long keys of a room live after the last write, in seconds: the log a day, what is known of the room 30 days.
local LOG_LIVES = 24 * 60 * 60
local ROOM_LIVES = 30 * 24 * 60 * 60
