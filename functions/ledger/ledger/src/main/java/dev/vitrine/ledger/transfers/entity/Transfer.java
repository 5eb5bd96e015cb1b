package dev.vitrine.ledger.transfers.entity;

import dev.vitrine.model.Currency;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.Money;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Money that is to move, all of it or none: 2 to 32 entries, each account once, sum zero in each currency.
///
/// @param entries kept in ascending order of their accounts, whatever the order they are given in
/// @param captures the hold that ends with this transfer; its account gives at most what was held
/// @param reverses the transfer that this one takes back, whole or in part
public record Transfer(
        TransferId id,
        TransferKind kind,
        Reference reference,
        List<Entry> entries,
        Optional<HoldId> captures,
        Optional<TransferId> reverses) {
    public static final int MOST_ENTRIES = 32;

    public Transfer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reference, "reference");
        entries = entries.stream().sorted(Comparator.comparing(Entry::account)).toList();
        if (entries.size() < 2 || entries.size() > MOST_ENTRIES) {
            throw new InvalidValue("entries", "must be 2 to " + MOST_ENTRIES);
        }
        if (entries.stream().map(Entry::account).distinct().count() < entries.size()) {
            throw new InvalidValue("entries", "must name each account once");
        }
        requireBalance(entries);
        if (captures.isPresent() && reverses.isPresent()) {
            throw new InvalidValue("captures", "must be absent in a reversal");
        }
    }

    public static Transfer of(TransferId id, TransferKind kind, Reference reference, Entry... entries) {
        return new Transfer(id, kind, reference, List.of(entries), Optional.empty(), Optional.empty());
    }

    /// The same, ending a hold.
    public Transfer capturing(HoldId hold) {
        return new Transfer(id, kind, reference, entries, Optional.of(hold), reverses);
    }

    /// The same, taking back another one.
    public Transfer reversing(TransferId original) {
        return new Transfer(id, kind, reference, entries, captures, Optional.of(original));
    }

    private static void requireBalance(List<Entry> entries) {
        var sums = new EnumMap<Currency, Money>(Currency.class);
        entries.forEach(entry -> sums.merge(entry.amount().currency(), entry.amount(), Money::plus));
        if (sums.values().stream().anyMatch(sum -> sum.minor() != 0)) {
            throw new InvalidValue("entries", "must sum to zero in each currency");
        }
    }
}
