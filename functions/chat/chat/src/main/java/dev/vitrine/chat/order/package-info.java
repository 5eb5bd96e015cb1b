/// Keeping order: acts of moderators, streamers and operators, and the audit of them.
///
/// Layers as everywhere: boundary, control, entity, store.
package dev.vitrine.chat.order;
