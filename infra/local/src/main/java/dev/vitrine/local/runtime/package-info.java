/// Runs functions as processes and speaks the AWS Lambda Runtime API (2018-06-01) to them.
///
/// Guarantees: at most `concurrency` processes per function; one invocation per process at a time; every invocation
/// ends (answer, error, deadline, death of the process) and says how; no process outlives its pool's `close`. An
/// invocation that was handed to a process is never repeated here: repeating is the business of whoever invoked.
///
/// Threads: blocking calls on virtual threads; everything public may be called from many threads.
///
/// Must not import the gateway, the sources, the meter or the stores; they depend on this package.
package dev.vitrine.local.runtime;
