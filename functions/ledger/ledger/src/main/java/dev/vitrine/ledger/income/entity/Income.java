package dev.vitrine.ledger.income.entity;

/// What a streamer has earned, in coins.
///
/// @param pending inside the holding period
/// @param payable can be withdrawn now
/// @param held asked for and not decided
/// @param fans followers now
public record Income(long pending, long payable, long held, long withdrawn, long fans) {}
