package dev.vitrine.ledger.topups.entity;

import dev.vitrine.model.Money;

/// Coins and what they cost.
public record CoinPackage(String code, long coins, Money price) {}
