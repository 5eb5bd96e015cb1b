package dev.vitrine.chat.entity;

/// A danmaku as the history keeps it.
///
/// @param subject whose it is: never shown to readers
/// @param shown false when lane B sampled it away
public record Said(long seq, String subject, Item.Danmaku danmaku, boolean shown) {}
