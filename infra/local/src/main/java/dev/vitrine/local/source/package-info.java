/// What calls functions without being asked: queues, stored objects, timers.
///
/// Guarantees: a message is deleted only after its function answered for it; a failed one comes back and ends in
/// the dead-letter queue after the catalog's number of receives; a stored object's event is on a durable queue
/// before [ObjectEvents] returns; a timer never runs beside itself. Everything may be delivered twice.
///
/// A queue server that is away is waited for, for ever, with a growing pause.
///
/// Must not import the gateway or the stores: SQS is spoken over HTTP like everybody else does.
package dev.vitrine.local.source;
