package dev.vitrine.chat.shown.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.chat.boundary.RecordStores;
import dev.vitrine.chat.boundary.Records;
import dev.vitrine.chat.entity.Hearers;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Person;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.json.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RecordStores.class, restrictToAnnotatedClass = true)
class WhatRoomsShowIsDeclaredTest {
    private static final String GIFT = "dev.vitrine.ledger.gift-sent.v1";
    private static final String OPENED = "dev.vitrine.test.sale-opened.v1";
    private static final String CLOSED = "dev.vitrine.test.sale-closed.v1";
    private static final String REPORT = "dev.vitrine.test.reported.v1";
    private static final String ORDER = "dev.vitrine.test.ordered.v1";
    private static final String DECLARED = """
            [{"type": "dev.vitrine.ledger.gift-sent.v1", "kind": "gift", "to": "everybody", "lane": "priority",
              "as": "item", "replay": false,
              "fields": ["id", "viewer", "name", "gift", "giftName", "animation", "count", "coins", "combo"]},
             {"type": "dev.vitrine.test.sale-opened.v1", "kind": "sale", "to": "everybody", "lane": "ordinary",
              "as": "state", "replay": true, "fields": ["price"]},
             {"type": "dev.vitrine.test.sale-closed.v1", "kind": "sale", "to": "everybody", "lane": "priority",
              "as": "state", "ends": true, "replay": false, "fields": []},
             {"type": "dev.vitrine.test.reported.v1", "kind": "report", "to": "moderators", "lane": "priority",
              "as": "state", "replay": false, "fields": ["what"]},
             {"type": "dev.vitrine.test.ordered.v1", "kind": "order", "to": "person", "person": "buyer",
              "lane": "priority", "as": "item", "replay": false, "fields": ["number"]}%s]""";
    private static final Person SUE = new Person(Records.STREAMER, "Sue", false);
    private static final Person ANN = new Person("ann", "Ann", false);

    @Inject
    Records records;

    private final Instant now = Instant.now();

    @BeforeEach
    void theDeploymentHasDeclaredThem() {
        declared("");
    }

    private static void declared(String more) {
        RecordStores.objects.put(RecordStores.DECLARATIONS, DECLARED.formatted(more));
    }

    private void sale(RoomId room, int price, Instant at) {
        records.tell(records.event(OPENED, room, at, Json.object().put("price", price)));
    }

    private void saleEnds(RoomId room, Instant at) {
        records.tell(records.event(CLOSED, room, at, Json.object()));
    }

    private List<JsonNode> shown(RoomId room, String kind) {
        return records.items(room).stream()
                .filter(item -> item.path("kind").textValue().equals(kind))
                .toList();
    }

    private List<Integer> prices(RoomId room) {
        return shown(room, "sale").stream()
                .map(item -> item.at("/body/price").intValue())
                .toList();
    }

    private static List<String> standing(JsonNode joined) {
        var standing = new ArrayList<String>();
        joined.path("standing").forEach(each -> standing.add(each.path("kind").textValue() + " " + each.path("body")));
        return standing;
    }

    private static ObjectNode gift() {
        var data = Json.object()
                .put("id", "01900000-0000-7000-8000-000000000002")
                .put("viewer", "abcdefgh234567ab")
                .put("name", "Bob")
                .put("gift", "rose");
        data.putObject("giftName").put("en", "Rose").put("zh", "玫瑰");
        return data.put("animation", "ROSE").put("count", 10).put("coins", 50).put("combo", 3);
    }

    @Test
    void aFieldAddedToAGiftsInternalDataDoesNotReachASocket() {
        var room = records.room();

        records.tell(
                records.event(GIFT, room, now, gift().put("giverSubject", "bob").put("share", 70)));

        assertEquals(
                gift().toString(), shown(room, "gift").getFirst().path("body").toString(), "and in the same order");
        var joined = records.joined(room, Optional.of(ANN)).toString();
        assertTrue(joined.contains("\"gift\":\"rose\""), joined);
        assertFalse(joined.contains("giverSubject") || joined.contains("share"), joined);
    }

    @Test
    void whatNobodyDeclaredIsNotTakenUntilSomebodyDoes() {
        var room = records.room();
        var poll = records.event(
                "dev.vitrine.test.polled.v1", room, now, Json.object().put("question", "which?"));
        var refused = assertThrows(RuntimeException.class, () -> records.tell(poll));
        assertTrue(refused.getMessage().contains("is not one that chat subscribes to"), refused.getMessage());

        declared(", {\"type\": \"dev.vitrine.test.polled.v1\", \"kind\": \"poll\", \"to\": \"everybody\","
                + " \"lane\": \"priority\", \"as\": \"item\", \"replay\": false, \"fields\": [\"question\"]}");
        records.tell(poll);

        assertEquals(
                "which?", shown(room, "poll").getFirst().at("/body/question").textValue());
    }

    @Test
    void whoJoinsLateSeesWhatStandsAlsoWhenRedisWasLost() {
        var room = records.room();
        assertFalse(records.joined(room, Optional.empty()).has("standing"));
        sale(room, 10, now);
        sale(room, 8, now.plusMillis(1));
        assertEquals(List.of("sale {\"price\":8}"), standing(records.joined(room, Optional.empty())));

        records.redisIsLost();

        assertEquals(List.of("sale {\"price\":8}"), standing(records.joined(room, Optional.empty())));
    }

    @Test
    void whatEndedStandsNoLonger() {
        var room = records.room();
        sale(room, 10, now);
        saleEnds(room, now.plusMillis(1));

        assertEquals(List.of(), standing(records.joined(room, Optional.empty())));
        assertTrue(shown(room, "sale").getLast().path("ends").booleanValue());
        records.redisIsLost();
        assertEquals(List.of(), standing(records.joined(room, Optional.empty())));
    }

    @Test
    void anOlderEventThatComesLateChangesNothing() {
        var room = records.room();
        sale(room, 8, now);
        sale(room, 10, now.minusMillis(5));
        assertEquals(List.of("sale {\"price\":8}"), standing(records.joined(room, Optional.empty())));
        assertEquals(List.of(8), prices(room), "readers hear nothing of what was overtaken");

        saleEnds(room, now.plusMillis(9));
        sale(room, 7, now.plusMillis(3));

        assertEquals(List.of(), standing(records.joined(room, Optional.empty())));
        assertEquals(List.of(8, 0), prices(room));
    }

    @Test
    void anEventThatComesTwiceIsShownOnce() {
        var room = records.room();
        var opened = records.event(OPENED, room, now, Json.object().put("price", 10));

        records.tell(opened);
        records.tell(opened);

        assertEquals(List.of(10), prices(room));
    }

    @Test
    void whatACrashLeftStandsAndIsShownOnce() {
        var room = records.room();
        records.sql("create function crash() returns trigger language plpgsql as $$ begin raise 'crash'; end $$");
        records.sql("create trigger crash before delete on unsent for each statement execute function crash()");
        try {
            sale(room, 10, now);
        } finally {
            records.sql("drop trigger crash on unsent");
            records.sql("drop function crash");
        }
        records.heal();

        assertEquals(List.of(10), prices(room));
        assertEquals(List.of("sale {\"price\":10}"), standing(records.joined(room, Optional.empty())));
    }

    @Test
    void whatModeratorsHearIsInTheirJoinAlone() {
        var room = records.room();
        records.tell(records.event(REPORT, room, now, Json.object().put("what", "spam")));

        var streamers = records.joined(room, Optional.of(SUE));
        assertEquals(List.of("report {\"what\":\"spam\"}"), standing(streamers));
        assertTrue(streamers.path("items").toString().contains("spam"));
        for (var other : List.of(Optional.of(ANN), Optional.<Person>empty())) {
            assertFalse(records.joined(room, other).toString().contains("report"));
        }
    }

    @Test
    void whatOnePersonHearsIsInTheirJoinAlone() {
        var room = records.room();
        records.tell(records.event(
                ORDER, room, now, Json.object().put("buyer", "ann").put("number", 7)));

        var anns = records.joined(room, Optional.of(ANN));
        assertTrue(anns.path("items").toString().contains("\"number\":7"));
        assertFalse(anns.toString().contains("buyer"));
        assertFalse(records.joined(room, Optional.of(SUE)).toString().contains("order"));
    }

    @Test
    void aReplayShowsAnItemAtTheSecondItHappened() {
        var room = records.room();
        var began = now.truncatedTo(ChronoUnit.MINUTES).minusSeconds(3600);
        records.keep(room, records.said(room, 1, "ann", "how much?", began.plusSeconds(60)));
        var item =
                new Item.Shown(began.plusSeconds(65), "sale", "{\"price\":8}", Hearers.EVERYBODY, false, false, true);
        records.keepShown(room, 2, item);
        records.keepShown(room, 2, item);

        records.rendered(room, new Records.Clip(began, Duration.ofSeconds(90)));

        var minute = RecordStores.objects.replay(room, "1").orElseThrow().json().path("items");
        assertEquals(2, minute.size());
        assertEquals("danmaku", minute.get(0).path("kind").textValue());
        assertEquals(65_000, minute.get(1).path("mediaMillis").intValue());
        assertEquals(8, minute.get(1).at("/body/price").intValue());
        assertFalse(minute.get(1).has("replayed"));
    }

    @Test
    void whoMayNotTalkShowsNoName() {
        var room = records.room();
        records.keep(room, records.said(room, 1, "ann", "hello", now), records.said(room, 2, "bob", "hello", now));
        records.ban(room, "ann");

        gift(room, "ann");
        gift(room, "bob");

        assertEquals(
                List.of("", "Name of bob"),
                shown(room, "gift").stream()
                        .map(item -> item.at("/body/name").textValue())
                        .toList());
    }

    private void gift(RoomId room, String giver) {
        records.tell(records.event(
                GIFT,
                room,
                now,
                Json.object()
                        .put("viewer", records.viewer(room, giver).value())
                        .put("name", "Name of " + giver)
                        .put("gift", "rose")));
    }
}
