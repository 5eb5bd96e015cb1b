/// What was said, as long as it is kept; who is erased.
///
/// Layers as everywhere: boundary, control, entity, store.
package dev.vitrine.chat.history;
