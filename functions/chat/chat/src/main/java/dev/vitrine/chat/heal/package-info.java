/// The scheduled mending of all of it.
///
/// Layers as everywhere: boundary, control, entity, store.
package dev.vitrine.chat.heal;
