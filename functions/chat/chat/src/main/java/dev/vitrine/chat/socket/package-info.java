/// Sockets: who opens one, what they send, where they come in and come back.
///
/// Layers as everywhere: boundary, control, entity, store.
package dev.vitrine.chat.socket;
