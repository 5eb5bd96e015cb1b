package dev.vitrine.ledger.transfers.entity;

import dev.vitrine.model.Currency;
import dev.vitrine.model.InvalidValue;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Another capability that asks for transfers and holds, and what it may do: as little as it needs.
///
/// What it writes bears its name, so that the books tell who moved money: kinds begin with `<name>-`, references with
/// `<name>:`, owners of accounts of its own with `capability:<name>:`. No person has such an owner's name (`Person`).
///
/// - Its own accounts: everything.
/// - Those of people and of the platform: it may add to them, and set aside what is in a wallet. Out of a wallet money
///   goes only through a hold that the capability placed itself.
/// - Clearing, which may be overdrawn: only one that takes or makes payments (`pays`).
/// - Issuing coins, payable income, commission and sales: nothing goes out but by the reversal of what it put there.
///
/// @param pays whether it takes payments from providers, or makes them
public record Capability(String name, boolean pays) {
    private static final String FORM = "[a-z][a-z0-9]{1,14}";

    /// Words that the ledger's own kinds and owners begin with.
    private static final Set<String> TAKEN = Set.of("ledger", "platform", "top");

    private static final Set<AccountKind> OWN = EnumSet.of(AccountKind.WALLET, AccountKind.PENDING_INCOME);
    private static final Set<AccountKind> RECEIVING =
            EnumSet.of(AccountKind.WALLET, AccountKind.PENDING_INCOME, AccountKind.COMMISSION, AccountKind.SALES);

    public Capability {
        if (!name.matches(FORM) || TAKEN.contains(name)) {
            throw new InvalidValue("capability", "must match " + FORM + " and be none of " + TAKEN);
        }
    }

    /// An account of its own.
    public Account account(String of, AccountKind kind, Currency currency) {
        return new Account(prefix() + of, kind, currency);
    }

    public TransferKind kind(String what) {
        return new TransferKind(name + '-' + what);
    }

    public Reference reference(String what) {
        return new Reference(name + ':' + what);
    }

    /// Whether it asked for a transfer of this kind.
    public boolean posted(TransferKind kind) {
        return kind.value().startsWith(name + '-');
    }

    /// Whether it placed a hold with this reference.
    public boolean placed(Reference reference) {
        return reference.value().startsWith(name + ':');
    }

    /// @param minor above zero what the account would receive, below zero what it would give
    /// @param held the account of the hold that ends with the transfer
    public boolean mayMove(Account account, long minor, Optional<AccountId> held) {
        if (owns(account)) {
            return OWN.contains(account.kind());
        }
        if (account.kind() == AccountKind.CLEARING && account.owner().equals(Account.PLATFORM)) {
            return pays;
        }
        return minor > 0
                ? RECEIVING.contains(account.kind())
                : held.filter(account.id()::equals).isPresent();
    }

    /// Kinds that take no holds are refused by the database.
    public boolean mayHold(Account account) {
        return owns(account) ? OWN.contains(account.kind()) : account.kind() == AccountKind.WALLET;
    }

    public boolean mayOpen(Account account) {
        return owns(account)
                ? OWN.contains(account.kind())
                : RECEIVING.contains(account.kind()) || account.kind() == AccountKind.CLEARING && pays;
    }

    public boolean mayRead(Account account) {
        return owns(account);
    }

    private boolean owns(Account account) {
        return account.owner().startsWith(prefix());
    }

    private String prefix() {
        return Account.CAPABILITY + name + ':';
    }
}
