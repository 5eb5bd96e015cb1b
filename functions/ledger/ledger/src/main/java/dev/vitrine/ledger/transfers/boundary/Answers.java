package dev.vitrine.ledger.transfers.boundary;

import dev.vitrine.ledger.door.LedgerAnswer;
import dev.vitrine.ledger.door.LedgerAnswer.Reason;
import dev.vitrine.ledger.transfers.control.ServeCapability.Asked;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.HoldDecision;
import dev.vitrine.ledger.transfers.entity.Refused;
import dev.vitrine.ledger.transfers.entity.ReleaseDecision;
import dev.vitrine.ledger.transfers.entity.TransferDecision;
import java.util.Optional;
import java.util.function.Function;

/// What the core decided, in the words of the door.
final class Answers {
    private Answers() {}

    static LedgerAnswer of(TransferDecision decision) {
        return switch (decision) {
            case TransferDecision.Posted posted -> new LedgerAnswer.Posted(posted.at(), false);
            case TransferDecision.Repeated repeated -> new LedgerAnswer.Posted(repeated.at(), true);
            case Refused refused -> of(refused);
        };
    }

    static LedgerAnswer of(HoldDecision decision) {
        return switch (decision) {
            case HoldDecision.Placed placed -> new LedgerAnswer.Held(placed.expiresAt(), false);
            case HoldDecision.Repeated repeated -> new LedgerAnswer.Held(repeated.expiresAt(), true);
            case Refused refused -> of(refused);
        };
    }

    static LedgerAnswer of(ReleaseDecision decision) {
        return switch (decision) {
            case ReleaseDecision.Released _ -> new LedgerAnswer.Released(false);
            case ReleaseDecision.Repeated _ -> new LedgerAnswer.Released(true);
            case Refused refused -> of(refused);
        };
    }

    static <T> LedgerAnswer of(Asked<T> asked, Function<T, LedgerAnswer> given) {
        return switch (asked) {
            case Asked.Given<T>(T value) -> given.apply(value);
            case Asked.NotGiven<T>(Refused why) -> of(why);
        };
    }

    private static LedgerAnswer of(Refused refused) {
        return switch (refused) {
            case Refused.NotAllowed(AccountId account) -> about(Reason.NOT_ALLOWED, account);
            case Refused.InsufficientFunds less ->
                new LedgerAnswer.Refused(
                        Reason.INSUFFICIENT_FUNDS,
                        Optional.of(less.account().value()),
                        Optional.of(less.missing().minor()));
            case Refused.UnknownAccount(AccountId account) -> about(Reason.UNKNOWN_ACCOUNT, account);
            case Refused.CurrencyMismatch(AccountId account) -> about(Reason.CURRENCY_MISMATCH, account);
            case Refused.IdReused _ -> because(Reason.ID_REUSED);
            case Refused.BalanceOutOfRange _ -> because(Reason.BALANCE_OUT_OF_RANGE);
            case Refused.UnknownHold _ -> because(Reason.UNKNOWN_HOLD);
            case Refused.HoldExpired _ -> because(Reason.HOLD_EXPIRED);
            case Refused.HoldClosed _ -> because(Reason.HOLD_CLOSED);
            case Refused.CaptureTooLarge(long held) ->
                new LedgerAnswer.Refused(Reason.CAPTURE_TOO_LARGE, Optional.empty(), Optional.of(held));
            case Refused.HoldsNotTaken _ -> because(Reason.HOLDS_NOT_TAKEN);
            case Refused.UnknownOriginal _ -> because(Reason.UNKNOWN_ORIGINAL);
            case Refused.ReversalTooLarge _ -> because(Reason.REVERSAL_TOO_LARGE);
        };
    }

    private static LedgerAnswer because(Reason reason) {
        return new LedgerAnswer.Refused(reason, Optional.empty(), Optional.empty());
    }

    private static LedgerAnswer about(Reason reason, AccountId account) {
        return new LedgerAnswer.Refused(reason, Optional.of(account.value()), Optional.empty());
    }
}
