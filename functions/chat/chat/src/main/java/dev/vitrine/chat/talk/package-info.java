/// Talk: saying and liking, under every rule of one viewer.
///
/// Layers as everywhere: boundary, control, entity, store.
package dev.vitrine.chat.talk;
