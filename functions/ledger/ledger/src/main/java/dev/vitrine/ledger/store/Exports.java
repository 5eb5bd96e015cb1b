package dev.vitrine.ledger.store;

import dev.vitrine.ledger.entity.RecordedEntry;
import dev.vitrine.ledger.entity.TransferId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// Whole transfers in the order of time.
@ApplicationScoped
public class Exports {
    private final Books books;

    public Exports(Books books) {
        this.books = books;
    }

    /// Entries of up to `transfers` transfers recorded from `from` (behind `after`, if it is of that very
    /// moment) until before `to`.
    public Uni<List<RecordedEntry>> page(Instant from, TransferId after, Instant to, int transfers) {
        return books.ask(
                Rows::entry,
                "select " + Rows.ENTRY + " from (select * from ledger.transfers"
                        + " where (recorded_at, id) > ($1, $2) and recorded_at < $3"
                        + " order by recorded_at, id limit $4) t join ledger.entries e on e.transfer_id = t.id"
                        + " order by t.recorded_at, t.id, e.account_id",
                from,
                after.value(),
                to,
                transfers);
    }
}
