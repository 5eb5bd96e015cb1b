package dev.vitrine.chat.entity;

/// How items reach a room's readers: A over each one's socket, B as segments behind the CDN.
public enum Lane {
    A,
    B
}
