-- Takes a person out of who is in a room.
-- keys: people
-- arguments: subject
-- includes: people
-- answers: the connections of their sockets
local found = {}
for connection in open(people, subject) do found[#found + 1] = connection end
redis.call('HDEL', people, subject)
return found
