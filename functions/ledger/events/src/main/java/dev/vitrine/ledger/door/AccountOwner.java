package dev.vitrine.ledger.door;

/// Whose account it is.
public enum AccountOwner {
    /// The asking capability's own: money on its way, such as that of an order.
    OWN,
    /// A person's, by the stable id that the issuer gave.
    PERSON,
    PLATFORM
}
