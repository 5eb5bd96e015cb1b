package dev.vitrine.model;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/// Makes time-ordered identifiers: UUID version 7, RFC 9562 section 5.7.
///
/// 48 bits of Unix milliseconds, then 74 random bits. Two ids of the same millisecond have no promised order.
public final class Ids {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;

    private final InstantSource clock;
    private final SecureRandom random;

    public Ids(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    public static Ids system() {
        return new Ids(InstantSource.system(), new SecureRandom());
    }

    public UUID next() {
        long randomA = random.nextInt(1 << 12);
        long high = (clock.millis() << 16) | VERSION_7 | randomA;
        long low = VARIANT_RFC | (random.nextLong() & VARIANT_MASK);
        return new UUID(high, low);
    }
}
