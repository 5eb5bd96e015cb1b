package dev.vitrine.ledger.audit.control;

import dev.vitrine.ledger.audit.entity.RecordedEntry;
import dev.vitrine.ledger.audit.store.RecordedEntries;
import dev.vitrine.ledger.transfers.entity.TransferId;
import dev.vitrine.model.InvalidValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Every entry of a period, for regulators: whole transfers in the order of time, page by page.
@ApplicationScoped
public class ExportEntries {
    /// A period must have been over for so long: a transfer bears the moment when its accounts were locked,
    /// and commits a little later. Above the patience of any transaction here.
    public static final Duration SETTLED = Duration.ofSeconds(60);

    private final RecordedEntries entries;
    private final InstantSource clock;

    public ExportEntries(RecordedEntries entries, InstantSource clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /// @param start first moment of the period or of the next page
    /// @param after the last transfer shown, if it bears the moment `start`; else the smallest id
    public record From(Instant start, TransferId after) {}

    /// @throws InvalidValue field `to`, when the period is not over
    public Uni<Page> run(From from, Instant to, int transfers) {
        if (to.isAfter(clock.instant().minus(SETTLED))) {
            throw new InvalidValue("to", "must be at least " + SETTLED.toSeconds() + " s ago");
        }
        return entries.between(from.start(), from.after(), to, transfers).map(found -> Page.of(found, transfers));
    }

    /// @param next where the next page begins; absent when this one was not full
    public record Page(List<RecordedEntry> entries, Optional<From> next) {
        private static Page of(List<RecordedEntry> found, int transfers) {
            var shown = found.stream().map(RecordedEntry::transfer).distinct().count();
            if (shown < transfers) {
                return new Page(found, Optional.empty());
            }
            var last = found.getLast();
            return new Page(found, Optional.of(new From(last.recordedAt(), last.transfer())));
        }
    }
}
