package dev.vitrine.ledger.income.entity;

import dev.vitrine.model.Currency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// A streamer's income of a period, as the entries have it: pending and payable together, in minor units.
///
/// @param until first moment behind the period
/// @param opening what there was at `from`; `closing` what there was at `until`
/// @param days those on which something moved, ascending
public record Statement(
        String streamer, Currency currency, Instant from, Instant until, long opening, long closing, List<Day> days) {

    /// One day of the house.
    public record Day(LocalDate day, Moved moved) {}

    /// @throws IllegalStateException when the entries do not explain the balances: the books are broken
    public Statement {
        Objects.requireNonNull(streamer, "streamer");
        Objects.requireNonNull(currency, "currency");
        days = List.copyOf(days);
        var explained = opening + sum(days).change();
        if (explained != closing) {
            throw new IllegalStateException("the statement of " + streamer + " from " + from + " until " + until
                    + " closes with " + closing + ", its entries add up to " + explained);
        }
    }

    /// All days together.
    public Moved total() {
        return sum(days);
    }

    private static Moved sum(List<Day> days) {
        return days.stream().map(Day::moved).reduce(Moved.NOTHING, Moved::plus);
    }
}
