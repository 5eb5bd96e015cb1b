package dev.vitrine.ledger.entity;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The first thing found that is not as it was written. What is named is all that can be said.
///
/// @param problem a word that the README explains: `entry-changed`, `entry-missing`, ...
/// @param seq the entry's number in its chain; with `checkpoint-changed`, the checkpoint's
public record Broken(
        String problem,
        Optional<AccountId> account,
        Optional<Short> shard,
        OptionalLong seq,
        Optional<TransferId> transfer) {

    /// For people: `entry-changed: account ..., shard 0, entry 17, transfer ...`.
    @Override
    public String toString() {
        return problem + ": "
                + String.join(
                        ", ",
                        Stream.of(
                                        account.map(id -> "account " + id),
                                        shard.map(number -> "shard " + number),
                                        seq.isPresent()
                                                ? Optional.of("entry " + seq.getAsLong())
                                                : Optional.<String>empty(),
                                        transfer.map(id -> "transfer " + id))
                                .flatMap(Optional::stream)
                                .toList());
    }
}
