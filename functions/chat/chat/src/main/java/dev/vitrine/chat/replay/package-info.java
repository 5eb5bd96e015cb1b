/// What was said, by the time of the recording.
///
/// Layers as everywhere: boundary, control, entity, store.
package dev.vitrine.chat.replay;
