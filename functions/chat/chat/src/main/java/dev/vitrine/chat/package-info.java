/// The room talks (互动): sockets, danmaku, likes, who keeps order, what is kept.
///
/// A package a topic (`talk`, `socket`, `run`, `order`, `filter`, `facts`, `history`, `replay`, `events`,
/// `heal`), each with its layers: boundary, control, entity, store. What several topics share has the same
/// layers here: items and who a person is in a
/// room (`entity`), the log, keys and objects (`store`), what endpoints read (`boundary`). `script` holds the
/// rules that Redis decides; `wiring` names adapters. Without Hibernate: a socket message must not pay for
/// its start.
package dev.vitrine.chat;
