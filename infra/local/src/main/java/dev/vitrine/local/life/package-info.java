/// The life of a local cloud on its machine: data folder, lock, ports, secrets, log and the processes it starts.
///
/// Guarantees: a data folder is used by one instance at a time; a folder that is not ours is never emptied; secrets
/// are readable by their owner only; no process that was tethered to the [Lifeline] outlives the local cloud, even
/// when it is killed. What stands in the way of a start is a [StartRefused] of one line that says what to do.
///
/// Must not import any other package of the local cloud.
package dev.vitrine.local.life;
