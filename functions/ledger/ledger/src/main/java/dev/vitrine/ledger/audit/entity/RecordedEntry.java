package dev.vitrine.ledger.audit.entity;

import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.Reference;
import dev.vitrine.ledger.transfers.entity.TransferId;
import dev.vitrine.ledger.transfers.entity.TransferKind;
import dev.vitrine.model.Money;
import java.time.Instant;
import java.util.Optional;

/// An entry as the books have it.
///
/// @param seq its number in the chain of the account's shard
/// @param balance of that shard, after it
/// @param hash in lower-case hexadecimal
public record RecordedEntry(
        AccountId account,
        short shard,
        long seq,
        TransferId transfer,
        TransferKind kind,
        Reference reference,
        Optional<TransferId> reverses,
        Money amount,
        Money balance,
        Instant recordedAt,
        String hash) {}
