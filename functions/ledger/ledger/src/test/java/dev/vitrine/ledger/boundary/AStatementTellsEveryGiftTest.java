package dev.vitrine.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every gift is told to whom it was given, with its price, its share and its commission, page by page.
@QuarkusTest
@QuarkusTestResource(value = MarketStores.class, restrictToAnnotatedClass = true)
class AStatementTellsEveryGiftTest {
    private static final ZoneId HOUSE = ZoneId.of("Asia/Shanghai");
    private static final String ROUTE = "GET /v1/income/gifts";
    private static final String COLUMNS =
            "gift,at,room,title,code,count,currency,price,given,shareBasisPoints,income,commission,carriedTenThousandths";
    private static boolean given;

    @Inject
    Market market;

    /// A heart, whose share of 0.7 is carried, another, and three roses.
    @BeforeEach
    void gifts() {
        if (!given) {
            given = true;
            var room = market.liveRoom();
            var ann = market.buyer("coins-60");
            market.give(ann, room, "one", "heart", 1).expect(201);
            market.give(ann, room, "two", "heart", 1).expect(201);
            market.give(ann, room, "three", "rose", 3).expect(201);
        }
    }

    private Market.Answer ask(Map<String, String> query, Map<String, String> headers) {
        return market.ask(Market.STREAMER, "streamer", ROUTE, Map.of(), query, headers, null);
    }

    private List<JsonNode> items(Map<String, String> query) {
        var items = ask(query, Map.of()).expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    @Test
    void eachTellsPriceShareCommissionAndWhatIsCarried() {
        var gifts = items(Map.of());

        assertEquals(
                List.of("rose 3 5 15 7000 10 5 5000", "heart 1 1 1 7000 1 0 -3000", "heart 1 1 1 7000 0 1 7000"),
                gifts.stream()
                        .map(gift -> String.join(
                                " ",
                                gift.path("gift").asText(),
                                gift.path("count").asText(),
                                gift.at("/price/minor").asText(),
                                gift.at("/given/minor").asText(),
                                gift.path("share").asText(),
                                gift.at("/income/minor").asText(),
                                gift.at("/commission/minor").asText(),
                                gift.path("carried").asText()))
                        .toList());
        var rose = gifts.getFirst();
        assertEquals("玫瑰", rose.at("/name/zh").textValue());
        assertEquals("COIN", rose.at("/given/currency").textValue());
        assertEquals(
                "Show of " + rose.path("room").textValue(), rose.path("title").textValue());
    }

    @Test
    void allOfAMonthAreItsStatement() {
        var statement = market.ask(
                        Market.STREAMER,
                        "streamer",
                        "GET /v1/income/statements/{month}",
                        Map.of("month", YearMonth.now(HOUSE).toString()),
                        Map.of(),
                        Map.of(),
                        null)
                .expect(200)
                .json();
        var gifts = items(Map.of("from", YearMonth.now(HOUSE).atDay(1).toString()));

        assertEquals(statement.path("gifts").intValue(), gifts.size());
        for (var sum : List.of("given", "commission", "income")) {
            assertEquals(
                    statement.path(sum).longValue(),
                    gifts.stream()
                            .mapToLong(gift -> gift.at("/" + sum + "/minor").longValue())
                            .sum());
        }
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        var whole = items(Map.of());
        var paged = new ArrayList<JsonNode>();
        var page = ask(Map.of("limit", "1"), Map.of()).expect(200).json();
        page.path("items").forEach(paged::add);
        while (!page.path("nextCursor").isNull()) {
            page = ask(Map.of("limit", "1", "cursor", page.path("nextCursor").textValue()), Map.of())
                    .expect(200)
                    .json();
            page.path("items").forEach(paged::add);
        }

        assertEquals(whole, paged);
    }

    @Test
    void theSameComesAsATable() {
        var csv = Map.of("Accept", "text/csv");
        var first = ask(Map.of("limit", "2"), csv).expect(200);
        var cursor = first.headers().get("Vitrine-Next-Cursor");
        var second = ask(Map.of("limit", "2", "cursor", cursor), csv).expect(200);

        var lines = first.text().split("\r\n");
        assertEquals(COLUMNS, lines[0]);
        assertEquals(3, lines.length);
        assertTrue(
                lines[1].matches(
                        "[0-9a-f-]{36},[^,]+Z,([0-9a-f-]{36}),\"Show of \\1\",rose,3,COIN,5,15,7000,10,5,5000"),
                lines[1]);
        assertTrue(second.text().split("\r\n")[1].endsWith(",heart,1,COIN,1,1,7000,0,1,7000"), second.text());
        assertEquals(null, second.headers().get("Vitrine-Next-Cursor"));
        ask(Map.of(), Map.of("Accept", "image/png")).expect(406);
    }

    @Test
    void daysAreThoseOfTheHouse() {
        var today = LocalDate.now(HOUSE);

        assertEquals(
                3,
                items(Map.of(
                                "from",
                                today.minusDays(1).toString(),
                                "to",
                                today.plusDays(1).toString()))
                        .size());
        assertEquals(0, items(Map.of("to", today.minusDays(2).toString())).size());
        assertEquals(0, items(Map.of("from", today.plusDays(2).toString())).size());
        var last = ask(Map.of("limit", "2"), Map.of())
                .expect(200)
                .json()
                .path("nextCursor")
                .textValue();
        assertEquals(
                0,
                items(Map.of("to", today.minusDays(2).toString(), "cursor", last))
                        .size());
    }

    @Test
    void whatIsNoPeriodNoPageAndNoPlaceIsRefused() {
        ask(Map.of("from", "2026-02-02", "to", "2026-02-01"), Map.of()).expect(400);
        ask(Map.of("from", "soon"), Map.of()).expect(400);
        ask(Map.of("limit", "1001"), Map.of()).expect(400);
        ask(Map.of("cursor", "x"), Map.of()).expect(400);
    }

    @Test
    void anotherReadsNothingOfThem() {
        var tim = "tim " + UUID.randomUUID();
        var cursor = ask(Map.of("limit", "1"), Map.of())
                .expect(200)
                .json()
                .path("nextCursor")
                .textValue();

        for (var query : List.of(Map.<String, String>of(), Map.of("cursor", cursor))) {
            var others = market.ask(tim, "streamer", ROUTE, Map.of(), query, Map.of(), null)
                    .expect(200);
            assertEquals(0, others.json().path("items").size());
        }
        market.get(Market.STREAMER, "viewer", ROUTE).expect(403);
        market.get(null, null, ROUTE).expect(401);
    }
}
