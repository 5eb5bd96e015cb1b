package dev.vitrine.ledger.control;

import dev.vitrine.ledger.entity.AccountId;
import dev.vitrine.ledger.entity.Balance;
import dev.vitrine.ledger.store.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// What an account has; absent when it was never opened.
@ApplicationScoped
public class ReadBalance {
    private final Accounts accounts;

    public ReadBalance(Accounts accounts) {
        this.accounts = accounts;
    }

    public Uni<Optional<Balance>> run(AccountId account) {
        return accounts.balance(account);
    }
}
