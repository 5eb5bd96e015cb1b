/// Running a room: one runner brings what happens to its readers, over both lanes, and into the history.
///
/// Layers as everywhere: boundary, control, entity, store.
package dev.vitrine.chat.run;
