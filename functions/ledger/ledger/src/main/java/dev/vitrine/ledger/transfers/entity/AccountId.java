package dev.vitrine.ledger.transfers.entity;

import dev.vitrine.model.InvalidValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.UUID;

/// Names an account. Made of owner, kind and currency, so that nobody has to look it up: version 8 of RFC
/// 9562, the first 16 bytes of SHA-256 over the three on lines of their own. The SQL function `account_id`
/// makes the same.
///
/// Ordered as PostgreSQL orders it, by unsigned bytes: the order in which accounts are locked.
public record AccountId(UUID value) implements Comparable<AccountId> {
    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_MASK = 0xffff_ffff_ffff_0fffL;
    private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;

    public AccountId {
        Objects.requireNonNull(value, "account");
    }

    static AccountId of(Account account) {
        var name = String.join(
                "\n", account.owner(), account.kind().name(), account.currency().name());
        var digest = ByteBuffer.wrap(sha256(name.getBytes(StandardCharsets.UTF_8)));
        var high = digest.getLong() & VERSION_MASK | VERSION_8;
        var low = digest.getLong() & VARIANT_MASK | VARIANT_RFC;
        return new AccountId(new UUID(high, low));
    }

    /// @throws InvalidValue when the text is not a UUID in its canonical form
    public static AccountId parse(String text) {
        return new AccountId(Uuids.parse("account", text));
    }

    @Override
    public int compareTo(AccountId other) {
        var high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
