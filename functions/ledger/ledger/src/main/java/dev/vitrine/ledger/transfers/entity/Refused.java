package dev.vitrine.ledger.transfers.entity;

import dev.vitrine.model.Money;

/// Why nothing moved. Asking again will be refused again until something else has changed.
public sealed interface Refused extends TransferDecision, HoldDecision, ReleaseDecision {

    /// Who asks may not do this with the account, whatever is in it.
    record NotAllowed(AccountId account) implements Refused {}

    /// @param missing how much more the account would need
    record InsufficientFunds(AccountId account, Money missing) implements Refused {}

    record UnknownAccount(AccountId account) implements Refused {}

    record CurrencyMismatch(AccountId account) implements Refused {}

    /// The id was used before, for something else.
    record IdReused() implements Refused {}

    /// A balance would leave 64 bits.
    record BalanceOutOfRange() implements Refused {}

    record UnknownHold() implements Refused {}

    record HoldExpired() implements Refused {}

    /// @param state `CAPTURED` or `RELEASED`
    record HoldClosed(String state) implements Refused {}

    /// A capture takes at most the held amount, and from the held account.
    record CaptureTooLarge(long heldMinor) implements Refused {}

    /// Accounts that may be overdrawn, or that are spread over several rows, take none.
    record HoldsNotTaken() implements Refused {}

    record UnknownOriginal() implements Refused {}

    /// A reversal gives back at most what was moved and has not been given back; itself it is not reversed.
    record ReversalTooLarge() implements Refused {}
}
