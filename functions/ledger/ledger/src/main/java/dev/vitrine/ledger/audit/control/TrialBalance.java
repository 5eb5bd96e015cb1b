package dev.vitrine.ledger.audit.control;

import dev.vitrine.ledger.audit.entity.TrialLine;
import dev.vitrine.ledger.audit.store.AccountList;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// What all accounts have, by kind and currency, at one moment; each currency sums to zero or something is
/// broken.
@ApplicationScoped
public class TrialBalance {
    private final AccountList accounts;
    private final InstantSource clock;

    public TrialBalance(AccountList accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    public Uni<Trial> run() {
        return accounts.trialBalance().map(lines -> new Trial(clock.instant(), lines));
    }

    public record Trial(Instant at, List<TrialLine> lines) {

        /// The sum of each currency, all of them zero when the books balance.
        public Collection<Money> totals() {
            var totals = new TreeMap<Currency, Money>();
            lines.forEach(line -> totals.merge(line.balance().currency(), line.balance(), Money::plus));
            return totals.values();
        }

        public boolean balanced() {
            return totals().stream().allMatch(total -> total.minor() == 0);
        }
    }
}
