package dev.vitrine.ledger.audit.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/// A gift, behind which the shares of gifts are added up, streamer by streamer.
///
/// @param due of the gifts of this streamer up to here, in ten-thousandths of a coin: what their shares
///     came to, less what was paid
public record SharePlace(String streamer, Instant at, UUID gift, BigDecimal due) {
    /// Before all.
    public static final SharePlace START = new SharePlace("", Instant.EPOCH, new UUID(0, 0), BigDecimal.ZERO);
}
