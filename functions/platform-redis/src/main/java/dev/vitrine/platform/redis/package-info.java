/// For capabilities with something hot: Redis, asked with patience, and rules that happen there as a whole.
///
/// A script is a resource `<name>.lua` beside the class that runs it. Its head, comment lines at its very
/// beginning, says what it is and what it takes; the loader makes local variables of these names, so that no
/// script counts `KEYS` or `ARGV`:
///
///     -- Takes the room's lease, if nobody has it.
///     -- keys: lease run
///     -- arguments: token millis
///     -- rest: readers              all further arguments, as a table
///     -- includes: log wake         `log.lua` and `wake.lua` beside it stand before the script, each once
///     -- answers: 1 when it was taken, else 0
///
/// What is included gives functions and constants to several scripts, sees nothing of theirs, and may include
/// as well. Who runs a script gives each key and argument by its name; a missing or unknown one fails before
/// Redis is asked.
///
/// Guarantees: scripts travel once (EVALSHA), a server that does not know one gets it. A script happens as a whole or
/// not at all; when Redis does not answer in time it is unknown whether it did, so every script has to bear a second
/// run. All keys of one script are in one slot of a cluster, by a hash tag in their names.
///
/// Must not import: a capability.
package dev.vitrine.platform.redis;
