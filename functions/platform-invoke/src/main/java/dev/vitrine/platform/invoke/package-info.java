/// One function calls another by name and waits for its answer, as Lambda's Invoke API has it.
///
/// Guarantees: what became of a call is told apart ([Reply]); nothing is repeated here, so whoever repeats a call gives
/// it an id that the callee knows a repetition by. The registry says who may call whom (`invokes` in
/// `functions/catalog.yaml`) and has no circle of such calls.
///
/// Concurrency: safe for concurrent use; each call holds one worker thread.
///
/// Must not import: a capability.
package dev.vitrine.platform.invoke;
