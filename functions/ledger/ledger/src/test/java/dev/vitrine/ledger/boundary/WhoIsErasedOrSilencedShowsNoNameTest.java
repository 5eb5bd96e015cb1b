package dev.vitrine.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.chat.event.SanctionChanged;
import dev.vitrine.ledger.Ledger;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.json.Json;
import dev.vitrine.profiles.event.ProfileErasureRequested;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = MarketStores.class, restrictToAnnotatedClass = true)
class WhoIsErasedOrSilencedShowsNoNameTest {
    @Inject
    Market market;

    @Inject
    RedisAPI redis;

    private final Ids ids = Ids.system();
    private final Instant now = Instant.now();

    private String given(String buyer) {
        market.heard();
        var room = market.liveRoom();
        market.give(buyer, room, "one", "rose", 2).expect(201);
        market.heard().stream()
                .filter(body -> Json.read(body).path("subject").textValue().equals(room))
                .forEach(market::take);
        return room;
    }

    private JsonNode first(String room) {
        return market.ask(null, null, "GET /v1/rooms/{id}/gift-ranking", Map.of("id", room), Map.of(), Map.of(), null)
                .expect(200)
                .json()
                .at("/items/0");
    }

    private void sanction(String room, SanctionChanged.State state, Optional<Instant> until, Instant at) {
        var viewer = first(room).path("viewer").textValue();
        market.take(CloudEvent.of(
                ids.next(), "/chat", room, at, new SanctionChanged(RoomId.parse(room), viewer, state, until)));
    }

    private void erase(String subject) {
        var request = ids.next();
        market.take(CloudEvent.of(
                ids.next(),
                "/profiles",
                request.toString(),
                Instant.now(),
                new ProfileErasureRequested(request, subject)));
    }

    private static long count(String sql) {
        try (var owner = MarketStores.database.owner();
                var statement = owner.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Test
    void whoMayNotTalkShowsNoNameInTheRankingAsLongAsItLasts() {
        var room = given(market.buyer("coins-60"));
        var name = first(room).path("name").textValue();
        assertEquals(false, name.isEmpty());

        sanction(room, SanctionChanged.State.BANNED, Optional.empty(), now);
        assertEquals("", first(room).path("name").textValue());
        assertEquals(10, first(room).path("coins").longValue(), "what was given counts");
        sanction(room, SanctionChanged.State.LIFTED, Optional.empty(), now.minusSeconds(1));
        assertEquals("", first(room).path("name").textValue(), "an older event changes nothing");

        sanction(room, SanctionChanged.State.LIFTED, Optional.empty(), now.plusSeconds(1));
        assertEquals(name, first(room).path("name").textValue());
        sanction(room, SanctionChanged.State.MUTED, Optional.of(now.plus(Duration.ofHours(1))), now.plusSeconds(2));
        assertEquals("", first(room).path("name").textValue());
        sanction(room, SanctionChanged.State.MUTED, Optional.of(now.minusSeconds(1)), now.plusSeconds(3));
        assertEquals(name, first(room).path("name").textValue(), "it is over");
    }

    @Test
    void whoIsErasedHasNoNameAndWhatTheyPaidStays() {
        var eve = market.buyer("coins-60");
        var room = given(eve);
        assertEquals(1, count("select count(*) from ledger.givers where name like '%" + eve.substring(0, 20) + "%'"));

        erase(eve);
        erase(eve);

        assertEquals("", first(room).path("name").textValue());
        assertEquals(10, first(room).path("coins").longValue());
        Ledger.await(redis.flushall(List.of()));
        assertEquals("", first(room).path("name").textValue(), "nor when Redis was lost");
        assertEquals(0, count("select count(*) from ledger.givers where name like '%" + eve.substring(0, 20) + "%'"));
        assertEquals(1, count("select count(*) from ledger.gifts where sender = '" + eve + "'"), "by law");
        assertEquals(50, market.coins(eve));
    }

    @Test
    void anErasedStreamerHasNoNameInTheRankingOfTheDay() {
        var room = given(market.buyer("coins-60"));
        assertEquals("Sue", day().path("name").textValue());

        erase(Market.STREAMER);

        assertEquals("", day().path("name").textValue());
        assertEquals(0, count("select count(*) from ledger.rooms where streamer_name = 'Sue' and id = '" + room + "'"));
    }

    @Test
    void aGiftThatHasNotLeftYetNamesNobodyWhoIsErased() throws SQLException {
        var eve = market.buyer("coins-60");
        var room = given(eve);
        var viewer = first(room).path("viewer").textValue();
        var event = Json.object().put("subject", room);
        event.putObject("data")
                .put("viewer", viewer)
                .put("name", "Name of " + eve)
                .put("gift", "rose");
        try (var owner = MarketStores.database.owner();
                var insert = owner.prepareStatement(
                        "insert into ledger.outbox values (?, 'dev.vitrine.ledger.gift-sent.v1', ?, now())")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, event.toString());
            insert.execute();
        }

        erase(eve);

        assertEquals(1, count("select count(*) from ledger.outbox where event::jsonb -> 'data' ->> 'name' = ''"));
        assertEquals(0, count("select count(*) from ledger.outbox where event like '%Name of " + eve + "%'"));
        count("with gone as (delete from ledger.outbox returning 1) select count(*) from gone");
    }

    private JsonNode day() {
        return market.get(null, null, "GET /v1/gift-ranking").expect(200).json().at("/items/0");
    }
}
