package dev.vitrine.ledger.gifts.entity;

import dev.vitrine.ledger.entity.Person;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.RoomId;
import java.util.UUID;

/// What somebody wants to give, and where.
///
/// @param id the same when asked again; of the transfer, too
/// @param viewer how the room names the giver
public record GiftRequest(UUID id, RoomId room, Person giver, String viewer, String gift, int count) {
    public static final int MOST = 9_999;

    public GiftRequest {
        count(count);
    }

    /// @throws InvalidValue when it is out of its bounds
    public static int count(long count) {
        if (count < 1 || count > MOST) {
            throw new InvalidValue("count", "must be from 1 to " + MOST);
        }
        return (int) count;
    }
}
