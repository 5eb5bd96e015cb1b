package dev.vitrine.ledger.income.entity;

import dev.vitrine.model.RoomId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/// One gift as its streamer's statement tells it, in coins.
///
/// @param room title of it; absent when no event has told of the room
/// @param code of the gift, with its names as the catalogue has them now
/// @param count how many in one go
/// @param given what the viewer paid
/// @param share the streamer's part in hundredths of a percent; absent for gifts from before shares were carried
/// @param income what the streamer got of it at once, with what was carried from gifts before
/// @param commission what the platform got
public record ReceivedGift(
        UUID id,
        Instant at,
        RoomId roomId,
        Optional<String> room,
        String code,
        String nameEn,
        String nameZh,
        int count,
        long given,
        OptionalInt share,
        long income,
        long commission) {
    private static final long WHOLE = 10_000;

    /// Of one.
    public long price() {
        return given / count;
    }

    /// What the share left for the streamer's next gifts, in ten-thousandths of a coin; below zero where it was paid
    /// what gifts before had left. All of a streamer's together are what is carried now.
    public OptionalLong carried() {
        return share.isEmpty() ? OptionalLong.empty() : OptionalLong.of(given * share.getAsInt() - income * WHOLE);
    }

    /// A gift's place among the streamer's, by time.
    public record Place(Instant at, UUID gift) {
        private static final UUID FIRST = new UUID(0, 0);

        /// Behind everything younger than that moment, itself included.
        public static Place before(Instant moment) {
            return new Place(moment, FIRST);
        }

        public boolean isBefore(Instant moment) {
            return at.isBefore(moment);
        }
    }

    public Place place() {
        return new Place(at, id);
    }
}
