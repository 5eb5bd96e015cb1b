package dev.vitrine.ledger.door;

/// What an account is for, as far as other capabilities may name it. Coins come into being by top-ups alone, so the
/// account that issues them is not here.
public enum AccountKind {
    /// What can be spent; the one kind that takes holds.
    WALLET,
    /// A streamer's income inside the holding period.
    PENDING_INCOME,
    /// The platform's share.
    COMMISSION,
    /// What the platform was paid.
    SALES,
    /// What payment providers owe the platform, or have paid out for it.
    CLEARING
}
