/// What can be done with rooms: one use case a class, which owns its transaction.
///
/// Guarantees: state and event commit together; a provider is asked outside of transactions, except where a room's
/// row must be held so that two rotations of its key follow each other. Every use case may run twice. Must not
/// import: boundary, HTTP, Lambda events.
package dev.vitrine.rooms.control;
