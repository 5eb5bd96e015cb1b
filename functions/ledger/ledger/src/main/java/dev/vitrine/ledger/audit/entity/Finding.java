package dev.vitrine.ledger.audit.entity;

import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.TransferId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The first thing found that is not as it was written. What is named is all that can be said.
///
/// @param problem a word that the README explains: `entry-changed`, `entry-missing`, ...
/// @param seq the entry's number in its chain; with `checkpoint-changed`, the checkpoint's
public record Finding(
        String problem,
        Optional<AccountId> account,
        Optional<Short> shard,
        OptionalLong seq,
        Optional<TransferId> transfer) {

    /// For people: `account ..., shard 0, entry 17, transfer ...`.
    public String place() {
        return Stream.of(
                        account.map(id -> "account " + id),
                        shard.map(number -> "shard " + number),
                        seq.isPresent() ? Optional.of("entry " + seq.getAsLong()) : Optional.<String>empty(),
                        transfer.map(id -> "transfer " + id))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /// The same behind the problem: `entry-changed: account ...`.
    @Override
    public String toString() {
        return problem + ": " + place();
    }
}
