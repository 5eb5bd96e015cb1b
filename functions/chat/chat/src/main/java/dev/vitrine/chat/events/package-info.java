/// What others tell: states of shows, replays, followers.
///
/// Layers as everywhere: boundary, control, entity, store.
package dev.vitrine.chat.events;
