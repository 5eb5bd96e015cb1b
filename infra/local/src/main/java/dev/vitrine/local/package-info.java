/// The local cloud's command line and the one place where its parts are put together.
///
/// Guarantees: a start that cannot succeed ends in one line and a non-zero code (2: the command line is wrong, 1:
/// anything else, with the full story in the log); parts start in the order of [LocalCloud], stop in reverse, each
/// within a bound; nothing that was started outlives this process.
///
/// Imports every other package of the local cloud; none may import this one except for [Service].
package dev.vitrine.local;
