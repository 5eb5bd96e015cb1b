package dev.vitrine.ledger.gifts.entity;

import java.time.Instant;
import java.util.UUID;

/// A gift that was paid.
///
/// @param coins what it cost
/// @param balance what the giver could still spend after it
/// @param combo how many times the giver gave this gift in this room, each within 10 s of the one before
public record SentGift(UUID id, String gift, int count, long coins, long balance, int combo, Instant at) {}
