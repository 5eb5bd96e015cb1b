/// Words: the lists, the filter that finds them, and what people decide of its finds.
///
/// Layers as everywhere: boundary, control, entity, store.
package dev.vitrine.chat.filter;
