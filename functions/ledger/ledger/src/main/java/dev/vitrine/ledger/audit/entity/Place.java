package dev.vitrine.ledger.audit.entity;

import dev.vitrine.ledger.transfers.entity.AccountId;
import java.util.UUID;

/// A place in the chains: behind the entry of this number. Accounts are walked in order, shard by shard.
public record Place(AccountId account, short shard, long seq) {
    public static final Place START = new Place(new AccountId(new UUID(0, 0)), (short) 0, 0);
}
