package dev.vitrine.ledger.entity;

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
