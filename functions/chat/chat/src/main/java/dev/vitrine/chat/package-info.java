/// The room talks (互动): sockets, danmaku, likes, who keeps order, what is kept.
///
/// Layers as everywhere: boundary, control, entity, store; `wiring` names adapters. Without Hibernate: a
/// socket message must not pay for its start.
package dev.vitrine.chat;
