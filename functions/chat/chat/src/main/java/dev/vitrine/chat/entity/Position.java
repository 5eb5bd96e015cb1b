package dev.vitrine.chat.entity;

/// Where a danmaku is shown: flying, or held at an edge of the picture.
public enum Position {
    SCROLL,
    TOP,
    BOTTOM
}
