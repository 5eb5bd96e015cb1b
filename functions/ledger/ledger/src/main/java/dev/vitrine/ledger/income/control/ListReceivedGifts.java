package dev.vitrine.ledger.income.control;

import dev.vitrine.ledger.control.LedgerConfig;
import dev.vitrine.ledger.income.entity.ReceivedGift;
import dev.vitrine.ledger.income.store.ReceivedGifts;
import dev.vitrine.model.InvalidValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Every gift that a statement sums up: what it cost, whose which part of it is. Latest first.
@ApplicationScoped
public class ListReceivedGifts {
    /// Behind every moment that the house knows (`Moments`).
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    private final ReceivedGifts gifts;
    private final LedgerConfig config;

    public ListReceivedGifts(ReceivedGifts gifts, LedgerConfig config) {
        this.gifts = gifts;
        this.config = config;
    }

    /// Of days of the house.
    ///
    /// @param first absent: from the first gift on
    /// @param last included; absent: up to now
    /// @param after the last gift shown
    /// @throws InvalidValue field `to`, when the last day is before the first
    public Uni<List<ReceivedGift>> run(
            String streamer,
            Optional<LocalDate> first,
            Optional<LocalDate> last,
            Optional<ReceivedGift.Place> after,
            int limit) {
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            throw new InvalidValue("to", "must be from `from` on");
        }
        var from = first.map(this::beginOf).orElse(Instant.EPOCH);
        var until = last.map(day -> beginOf(day.plusDays(1))).orElse(END);
        var before = after.filter(place -> place.isBefore(until)).orElse(ReceivedGift.Place.before(until));
        return gifts.of(streamer, from, before, limit);
    }

    private Instant beginOf(LocalDate day) {
        return day.atStartOfDay(config.zone()).toInstant();
    }
}
