package dev.vitrine.ledger.control;

import dev.vitrine.ledger.entity.Account;
import dev.vitrine.ledger.entity.AccountId;
import dev.vitrine.ledger.store.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Opens an account, or finds it open. Needed once in its life: a transfer to one that is not open is
/// refused, naming it.
@ApplicationScoped
public class OpenAccount {
    private final Accounts accounts;

    public OpenAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    /// @return the same as `account.id()`
    public Uni<AccountId> run(Account account) {
        return accounts.open(account);
    }
}
