-- Gives an item its number and appends it to the log.
-- keys: log sequence awake
-- arguments: item subject
-- includes: log wake
-- answers: the number, and whether to send a wake
return {append(log, sequence, item, subject), asleep(awake)}
