package dev.vitrine.ledger.transfers.control;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.Entry;
import dev.vitrine.ledger.transfers.entity.Hold;
import dev.vitrine.ledger.transfers.entity.HoldId;
import dev.vitrine.ledger.transfers.entity.Refused;
import dev.vitrine.ledger.transfers.entity.Transfer;
import dev.vitrine.ledger.transfers.entity.TransferId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the books should say and answer, in plain Java: written from the rules, not from the SQL.
final class ModelBooks {
    static final String DONE = "done";
    static final String REPEATED = "repeated";

    private enum State {
        OPEN,
        OVER,
        RELEASED,
        EXPIRED,
        CAPTURED
    }

    private record Placed(Hold hold, State state) {}

    private final Set<AccountId> mayOverdraw;
    private final Map<AccountId, Long> totals = new HashMap<>();
    private final Map<TransferId, Transfer> posted = new LinkedHashMap<>();
    private final Map<HoldId, Placed> holds = new LinkedHashMap<>();

    ModelBooks(Set<AccountId> mayOverdraw) {
        this.mayOverdraw = mayOverdraw;
    }

    long total(AccountId account) {
        return totals.getOrDefault(account, 0L);
    }

    long held(AccountId account) {
        return holds.values().stream()
                .filter(placed -> placed.hold.account().equals(account) && setsAside(placed.state))
                .mapToLong(placed -> placed.hold.amount().minor())
                .sum();
    }

    /// Asked again, as a client does that got no answer.
    Object post(Transfer transfer) {
        var known = posted.get(transfer.id());
        if (known != null) {
            return known.equals(transfer) ? REPEATED : new Refused.IdReused();
        }
        var refusal = refusal(transfer);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        transfer.captures().ifPresent(hold -> holds.computeIfPresent(hold, (id, placed) -> in(placed, State.CAPTURED)));
        transfer.entries()
                .forEach(entry -> totals.merge(entry.account(), entry.amount().minor(), Long::sum));
        posted.put(transfer.id(), transfer);
        return DONE;
    }

    Object place(Hold hold, boolean brief) {
        if (holds.containsKey(hold.id())) {
            return REPEATED;
        }
        var missing = hold.amount().minor() - (total(hold.account()) - held(hold.account()));
        if (missing > 0) {
            return new Refused.InsufficientFunds(hold.account(), Ledger.coins(missing));
        }
        holds.put(hold.id(), new Placed(hold, brief ? State.OVER : State.OPEN));
        return DONE;
    }

    Object release(HoldId id) {
        var placed = holds.get(id);
        return switch (placed.state) {
            case CAPTURED -> new Refused.HoldClosed("CAPTURED");
            case RELEASED, EXPIRED -> REPEATED;
            case OPEN, OVER -> {
                holds.put(id, in(placed, State.RELEASED));
                yield DONE;
            }
        };
    }

    long expire() {
        var over = holds.values().stream()
                .filter(placed -> placed.state == State.OVER)
                .count();
        holds.replaceAll((id, placed) -> placed.state == State.OVER ? in(placed, State.EXPIRED) : placed);
        return over;
    }

    private Optional<Refused> refusal(Transfer transfer) {
        if (transfer.reverses().isPresent()) {
            var refusal =
                    refusedReversal(transfer, posted.get(transfer.reverses().get()));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        var freed = 0L;
        if (transfer.captures().isPresent()) {
            var placed = holds.get(transfer.captures().get());
            var refusal = refusedCapture(transfer, placed);
            if (refusal.isPresent()) {
                return refusal;
            }
            freed = placed.hold.amount().minor();
        }
        for (var entry : transfer.entries()) {
            var available = total(entry.account()) - held(entry.account()) + freedFor(transfer, entry, freed);
            var missing = -entry.amount().minor() - available;
            if (entry.amount().minor() < 0 && missing > 0 && !mayOverdraw.contains(entry.account())) {
                return Optional.of(new Refused.InsufficientFunds(entry.account(), Ledger.coins(missing)));
            }
        }
        return Optional.empty();
    }

    private long freedFor(Transfer transfer, Entry entry, long freed) {
        return transfer.captures()
                        .filter(hold -> holds.get(hold).hold.account().equals(entry.account()))
                        .isPresent()
                ? freed
                : 0;
    }

    private Optional<Refused> refusedCapture(Transfer transfer, Placed placed) {
        if (placed.state == State.OVER || placed.state == State.EXPIRED) {
            return Optional.of(new Refused.HoldExpired());
        }
        if (placed.state != State.OPEN) {
            return Optional.of(new Refused.HoldClosed(placed.state.name()));
        }
        var taken = amount(transfer, placed.hold.account());
        var most = placed.hold.amount().minor();
        return taken < 0 && -taken <= most ? Optional.empty() : Optional.of(new Refused.CaptureTooLarge(most));
    }

    private Optional<Refused> refusedReversal(Transfer back, Transfer original) {
        if (original.reverses().isPresent()) {
            return Optional.of(new Refused.ReversalTooLarge());
        }
        for (var entry : back.entries()) {
            var moved = amount(original, entry.account());
            var left = posted.values().stream()
                    .filter(earlier -> earlier.reverses().equals(Optional.of(original.id())))
                    .mapToLong(earlier -> amount(earlier, entry.account()))
                    .reduce(moved, Long::sum);
            var given = -entry.amount().minor();
            if (Long.signum(given) != Long.signum(moved) || Math.abs(given) > Math.abs(left)) {
                return Optional.of(new Refused.ReversalTooLarge());
            }
        }
        return Optional.empty();
    }

    private static long amount(Transfer transfer, AccountId account) {
        return transfer.entries().stream()
                .filter(entry -> entry.account().equals(account))
                .mapToLong(entry -> entry.amount().minor())
                .sum();
    }

    private static boolean setsAside(State state) {
        return state == State.OPEN || state == State.OVER;
    }

    private static Placed in(Placed placed, State state) {
        return new Placed(placed.hold, state);
    }
}
