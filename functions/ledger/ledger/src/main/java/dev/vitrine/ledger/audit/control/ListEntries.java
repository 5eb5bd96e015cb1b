package dev.vitrine.ledger.audit.control;

import dev.vitrine.ledger.audit.entity.Place;
import dev.vitrine.ledger.audit.entity.RecordedEntry;
import dev.vitrine.ledger.audit.store.RecordedEntries;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.store.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// A page of an account's entries, newest first; of a spread account, shard by shard.
@ApplicationScoped
public class ListEntries {
    private final RecordedEntries entries;
    private final Accounts accounts;

    public ListEntries(RecordedEntries entries, Accounts accounts) {
        this.entries = entries;
        this.accounts = accounts;
    }

    /// @return absent when the account was never opened
    public Uni<Optional<Page>> run(AccountId account, Optional<Place> before, int limit) {
        return entries.of(account, before, limit + 1)
                .chain(found -> found.isEmpty()
                        ? accounts.balance(account).map(balance -> balance.map(open -> Page.of(found, limit)))
                        : Uni.createFrom().item(Optional.of(Page.of(found, limit))));
    }

    /// @param next where the next page begins; absent on the last one
    public record Page(List<RecordedEntry> entries, Optional<Place> next) {
        /// One more than asked for was read: it tells whether there is a next page.
        private static Page of(List<RecordedEntry> found, int limit) {
            if (found.size() <= limit) {
                return new Page(found, Optional.empty());
            }
            var shown = found.subList(0, limit);
            var last = shown.getLast();
            return new Page(shown, Optional.of(new Place(last.account(), last.shard(), last.seq())));
        }
    }
}
