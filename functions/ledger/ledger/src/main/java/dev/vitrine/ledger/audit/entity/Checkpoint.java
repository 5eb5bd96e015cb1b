package dev.vitrine.ledger.audit.entity;

import java.time.Instant;

/// A seal over all chains.
///
/// @param lines heads that had moved since the checkpoint before
/// @param hash in lower-case hexadecimal; covers the checkpoint before
public record Checkpoint(long number, Instant sealedAt, long lines, String hash) {}
