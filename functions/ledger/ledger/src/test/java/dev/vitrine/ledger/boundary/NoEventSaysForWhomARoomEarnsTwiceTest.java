package dev.vitrine.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.model.Currency;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.rooms.event.RoomEnded;
import dev.vitrine.rooms.event.RoomScheduled;
import dev.vitrine.rooms.event.RoomWentLive;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = MarketStores.class, restrictToAnnotatedClass = true)
class NoEventSaysForWhomARoomEarnsTwiceTest {
    private static final String THIEF = "thief";

    @Inject
    Market market;

    private final Ledger ledger = new Ledger(MarketStores.database.books());

    @AfterEach
    void theBooksAreRight() {
        assertEquals(Optional.empty(), ledger.verify());
    }

    private long income(String streamer) {
        return ledger.total(ledger.open(new Account(streamer, AccountKind.PENDING_INCOME, Currency.COIN)));
    }

    @Test
    void aLaterEventThatNamesAnotherStreamerIsRefusedAndDivertsNothing() {
        var room = market.liveRoom();
        var ann = market.buyer("coins-300");
        var before = income(Market.STREAMER);

        var refused = assertThrows(
                InvalidValue.class,
                () -> market.tell(room, RoomWentLive.TYPE, Instant.now().plusSeconds(60), THIEF, "BRAND"));

        assertEquals("streamerId", refused.field());
        market.give(ann, room, "key", "lucky-star", 5).expect(201);
        assertEquals(70, income(Market.STREAMER) - before);
        assertEquals(0, income(THIEF));
    }

    @Test
    void anotherStreamersEventEndsNoRoom() {
        var room = market.liveRoom();
        var ann = market.buyer("coins-60");

        assertThrows(
                InvalidValue.class,
                () -> market.tell(room, RoomEnded.TYPE, Instant.now().plusSeconds(60), THIEF, "BRAND"));

        market.give(ann, room, "key", "rose", 1).expect(201);
    }

    @Test
    void anOlderEventThatNamesAnotherIsRefusedAsWell() {
        var room = market.liveRoom();

        assertThrows(
                InvalidValue.class,
                () -> market.tell(room, RoomScheduled.TYPE, Instant.now().minusSeconds(3600), THIEF, "BRAND"));
    }

    @Test
    void theShareOfARoomOnAirStaysThatOfItsKind() {
        var room = market.liveRoom();
        var ann = market.buyer("coins-300");
        var before = income(Market.STREAMER);

        market.tell(room, RoomWentLive.TYPE, Instant.now().plusSeconds(60), Market.STREAMER, "MARKETPLACE");

        market.give(ann, room, "key", "lucky-star", 5).expect(201);
        assertEquals(70, income(Market.STREAMER) - before);
    }

    @Test
    void aPlanMayStillChangeItsKind() {
        var room = UUID.randomUUID().toString();
        var ann = market.buyer("coins-300");
        var before = income(Market.STREAMER);
        market.tell(room, RoomScheduled.TYPE, Instant.now().minusSeconds(90), Market.STREAMER, "BRAND");

        market.tell(room, RoomWentLive.TYPE, Instant.now().minusSeconds(60), Market.STREAMER, "MARKETPLACE");

        market.give(ann, room, "key", "lucky-star", 5).expect(201);
        assertEquals(50, income(Market.STREAMER) - before);
    }

    @Test
    void theRoleOfTheFunctionsWritesNoRoomByItself() throws SQLException {
        var room = market.liveRoom();
        try (var role = MarketStores.database.role()) {
            var refused = assertThrows(
                    SQLException.class,
                    () -> LedgerDatabase.run(role, "update rooms set streamer = 'thief' where id = '" + room + "'"));
            assertEquals("42501", refused.getSQLState());
        }
    }
}
