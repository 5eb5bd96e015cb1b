package dev.vitrine.chat.entity;

/// An item of another capability as the history keeps it, for the replay.
///
/// @param shown false when lane B sampled it away
public record KeptItem(long seq, Item.Shown item, boolean shown) {}
