package dev.vitrine.ledger.gifts.entity;

/// What can be given.
///
/// @param price of one, in coins
public record GiftKind(String code, String nameEn, String nameZh, long price, String animation) {}
