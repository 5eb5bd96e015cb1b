package dev.vitrine.chat.entity;

/// The colours of a danmaku. Names, not values: each client shows them readable on its own ground.
public enum Colour {
    WHITE,
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    CYAN,
    BLUE,
    PURPLE,
    PINK
}
