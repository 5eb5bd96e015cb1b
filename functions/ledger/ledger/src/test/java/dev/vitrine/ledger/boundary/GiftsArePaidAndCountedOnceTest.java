package dev.vitrine.ledger.boundary;

import static dev.vitrine.ledger.Ledger.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.ledger.event.GiftSent;
import dev.vitrine.ledger.rankings.entity.Ranked;
import dev.vitrine.ledger.rankings.store.HotRankings;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.model.Currency;
import dev.vitrine.platform.json.Json;
import dev.vitrine.rooms.event.RoomEnded;
import dev.vitrine.rooms.event.RoomScheduled;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = MarketStores.class, restrictToAnnotatedClass = true)
class GiftsArePaidAndCountedOnceTest {
    @Inject
    Market market;

    @Inject
    RedisAPI redis;

    @Inject
    HotRankings hot;

    private final Ledger ledger = new Ledger(MarketStores.database.books());

    @AfterEach
    void theBooksAreRight() {
        assertEquals(Optional.empty(), ledger.verify());
    }

    private long income() {
        return ledger.total(ledger.open(new Account(Market.STREAMER, AccountKind.PENDING_INCOME, Currency.COIN)));
    }

    private JsonNode ranking(String room) {
        return market.ask(null, null, "GET /v1/rooms/{id}/gift-ranking", Map.of("id", room), Map.of(), Map.of(), null)
                .expect(200)
                .json();
    }

    /// Takes what the queue heard of this room's gifts.
    private List<JsonNode> take(String room) {
        return market.heard().stream()
                .filter(body -> Json.read(body).path("subject").textValue().equals(room))
                .peek(market::take)
                .map(Json::read)
                .toList();
    }

    @Test
    void aGiftMovesCoinsAndIsToldWithItsCombo() {
        market.heard();
        var room = market.liveRoom();
        var ann = market.buyer("coins-300");
        var before = income();

        var first = market.give(ann, room, "one", "rose", 3).expect(201).json();
        var second = market.give(ann, room, "two", "rose", 1).expect(201).json();

        assertEquals(15, first.path("coins").longValue());
        assertEquals(285, first.path("balance").longValue());
        assertEquals(1, first.path("combo").intValue());
        assertEquals(2, second.path("combo").intValue());
        assertEquals(280, market.coins(ann));
        // 70 % of 15 is 10.5, of 5 is 3.5: what the first left is in the second
        assertEquals(before + 14, income());
        var told = take(room);
        assertEquals(2, told.size());
        var data = told.stream()
                .map(event -> event.path("data"))
                .filter(gift -> gift.path("id").equals(second.path("id")))
                .findFirst()
                .orElseThrow();
        // the database made it: it is what its schema says, no more and no less
        assertEquals(data, Json.read(Json.write(GiftSent.of(data).json())));
        assertEquals(room, data.path("roomId").textValue());
        assertEquals(2, data.path("combo").intValue());
        assertEquals("玫瑰", data.at("/giftName/zh").textValue());
        assertTrue(("Name of " + ann).startsWith(data.path("name").textValue()));
        assertTrue(data.path("viewer").textValue().matches("[a-z2-7]{16}"));
        var line = market.get(ann, "viewer", "GET /v1/wallet/entries").json().at("/items/0");
        assertEquals("gift", line.path("kind").textValue());
        assertEquals("Show of " + room, line.path("counterpart").textValue());
        assertEquals("rose", line.path("gift").textValue());
        assertEquals(-5, line.at("/amount/minor").longValue());
    }

    @Test
    void theSameRequestIsTheSameGiftEvenWhenTheShowIsOver() {
        var room = market.liveRoom();
        var ann = market.buyer("coins-60");
        var first = market.give(ann, room, "key", "heart", 2).expect(201).json();

        market.tell(room, RoomEnded.TYPE, Instant.now());

        assertEquals(
                first, market.give(ann, room, "key", "heart", 2).expect(201).json());
        assertEquals(
                "idempotency-conflict",
                market.give(ann, room, "key", "heart", 3).expect(409).problem());
        assertEquals(
                "illegal-state",
                market.give(ann, room, "new", "heart", 2).expect(409).problem());
        assertEquals(58, market.coins(ann));
    }

    @Test
    void tooFewCoinsAreToldAndNothingMoves() {
        var room = market.liveRoom();
        var ann = market.buyer("coins-60");

        var refused = market.give(ann, room, "key", "fireworks", 1).expect(402);

        assertEquals("insufficient-balance", refused.problem());
        assertEquals(39, refused.json().path("missing").longValue());
        assertEquals(
                99,
                market.give("nobody " + UUID.randomUUID(), room, "key", "fireworks", 1)
                        .expect(402)
                        .json()
                        .path("missing")
                        .longValue());
        assertEquals(60, market.coins(ann));
        assertEquals(0, ranking(room).path("items").size());
    }

    @Test
    void askedAtOnceItIsPaidOnce() {
        var room = market.liveRoom();
        var ann = market.buyer("coins-60");

        var all = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() ->
                        market.give(ann, room, "key", "rose", 1).expect(201).json()))
                .toList();

        assertEquals(1, all.stream().map(CompletableFuture::join).distinct().count());
        assertEquals(55, market.coins(ann));
    }

    @Test
    void aContractCountsForItsStreamer() throws SQLException {
        var room = market.liveRoom();
        var ann = market.buyer("coins-300");
        var before = income();
        try (var owner = MarketStores.database.owner()) {
            LedgerDatabase.run(
                    owner, "insert into streamer_contracts values ('sue', now() - interval '1 day', null, 9900)");
            market.give(ann, room, "key", "lucky-star", 5).expect(201);
            LedgerDatabase.run(owner, "delete from streamer_contracts");
        }
        // 99 % of 100
        assertEquals(before + 99, income());
    }

    @ParameterizedTest
    @CsvSource({
        "rose,0,422,count",
        "rose,10000,422,count",
        "'',1,422,gift",
    })
    void aFieldOutOfItsBoundsIsNamed(String gift, int count, int status, String field) {
        var answer = market.give("ann", market.liveRoom(), "key", gift, count).expect(status);

        assertEquals(field, answer.json().at("/errors/0/field").textValue());
    }

    @Test
    void roomsGiftsAndGiversThatDoNotFitAreRefused() {
        var room = market.liveRoom();

        market.give("ann", UUID.randomUUID().toString(), "key", "rose", 1).expect(404);
        market.give("ann", room, "key", "no-such-gift", 1).expect(404);
        market.give(Market.STREAMER, room, "key", "rose", 1).expect(403);
        market.give("ann", room, "", "rose", 1).expect(400);
        market.ask(null, null, "POST /v1/rooms/{id}/gifts", Map.of("id", room), Map.of(), Map.of(), "{}")
                .expect(401);
    }

    @Test
    void rankingsAgreeWithTheLedgerWhateverIsLostOrComesTwice() {
        market.heard();
        var room = market.liveRoom();
        var ann = market.buyer("coins-300");
        var bob = market.buyer("coins-300");
        market.give(ann, room, "one", "rose", 2).expect(201);
        market.give(bob, room, "one", "rose", 3).expect(201);
        assertEquals(15, ranking(room).at("/items/0/coins").longValue());
        market.give(ann, room, "two", "rose", 10).expect(201);

        for (var event : take(room)) {
            market.take(Json.write(event)); // again
        }
        var ranked = ranking(room);
        assertEquals(75, ranked.path("coins").longValue());
        assertEquals(60, ranked.at("/items/0/coins").longValue());
        assertEquals(15, ranked.at("/items/1/coins").longValue());

        await(redis.flushall(List.of()));
        assertEquals(ranked, ranking(room));
        var day = market.get(null, null, "GET /v1/gift-ranking").expect(200).json();
        assertEquals(Market.STREAMER, day.at("/items/0/streamer").textValue());
        assertEquals("Sue", day.at("/items/0/name").textValue());
    }

    @Test
    void olderNewsOfARoomChangesNothing() {
        var room = market.liveRoom();
        var ann = market.buyer("coins-60");

        market.tell(room, RoomScheduled.TYPE, Instant.now().minusSeconds(3600));

        market.give(ann, room, "key", "rose", 1).expect(201);
    }

    @Test
    void aRankingIsFilledToItsDepthWhateverItsNames() {
        var list = "room " + UUID.randomUUID();
        var all = IntStream.range(0, HotRankings.DEPTH)
                .mapToObj(
                        n -> new Ranked(String.format("viewer%04d", n), "\"Ann\\ 王\n" + n, 9_007_199_254_740_991L - n))
                .toList();

        await(hot.fill(list, all));

        assertEquals(Optional.of(all), await(hot.first(list, HotRankings.DEPTH)));
        assertTrue(await(hot.raise(list, new Ranked("new", "New", 9_007_199_254_740_992L))));
        var first = await(hot.first(list, HotRankings.DEPTH)).orElseThrow();
        assertEquals("new", first.getFirst().who());
        assertEquals(HotRankings.DEPTH, first.size());
        assertFalse(await(hot.raise(list + " of nobody", all.getFirst())));
    }
}
