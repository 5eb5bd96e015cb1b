/// What Redis holds of a room that PostgreSQL knows better, and how a decision reaches it and the room's log.
///
/// Layers as everywhere: boundary, control, entity, store.
package dev.vitrine.chat.facts;
