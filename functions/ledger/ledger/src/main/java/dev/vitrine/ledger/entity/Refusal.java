package dev.vitrine.ledger.entity;

import dev.vitrine.model.Money;

/// Why nothing moved. Asking again will be refused again until something else has changed.
public sealed interface Refusal extends TransferDecision, HoldDecision, ReleaseDecision {

    /// @param missing how much more the account would need
    record InsufficientFunds(AccountId account, Money missing) implements Refusal {}

    record UnknownAccount(AccountId account) implements Refusal {}

    record CurrencyMismatch(AccountId account) implements Refusal {}

    /// The id was used before, for something else.
    record IdReused() implements Refusal {}

    /// A balance would leave 64 bits.
    record BalanceOutOfRange() implements Refusal {}

    record UnknownHold() implements Refusal {}

    record HoldExpired() implements Refusal {}

    /// @param state `CAPTURED` or `RELEASED`
    record HoldClosed(String state) implements Refusal {}

    /// A capture takes at most the held amount, and from the held account.
    record CaptureTooLarge(long heldMinor) implements Refusal {}

    /// Accounts that may be overdrawn, or that are spread over several rows, take none.
    record HoldsNotTaken() implements Refusal {}

    record UnknownOriginal() implements Refusal {}

    /// A reversal gives back at most what was moved and has not been given back; itself it is not reversed.
    record ReversalTooLarge() implements Refusal {}
}
