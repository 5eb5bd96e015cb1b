package dev.vitrine.chat.entity;

/// An item with its number in the room's sequence, from 1.
public record Numbered(long seq, Item item) {}
