package dev.vitrine.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.platform.json.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What has no role of its own belongs to whose token it is: another's is as none.
@QuarkusTest
@QuarkusTestResource(value = MarketStores.class, restrictToAnnotatedClass = true)
class NobodyReachesAnothersMoneyTest {
    private static final ZoneId HOUSE = ZoneId.of("Asia/Shanghai");

    @Inject
    Market market;

    private final Ledger ledger = new Ledger(MarketStores.database.books());

    private JsonNode get(String subject, String role, String route) {
        return market.get(subject, role, route).expect(200).json();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v1/wallet/top-ups", "GET /v1/wallet/entries"})
    void aListHoldsWhatIsTheCallersAlone(String route) {
        var ann = market.buyer("coins-60");
        var bob = "bob " + UUID.randomUUID();

        assertEquals(1, get(ann, "viewer", route).path("items").size());
        assertEquals(0, get(bob, "viewer", route).path("items").size());
        assertEquals(0, market.coins(bob));
    }

    @Test
    void aKeyIsAPersonsOwn() {
        var room = market.liveRoom();
        var ann = market.buyer("coins-60");
        var bob = market.buyer("coins-60");

        var first = market.give(ann, room, "key", "rose", 1).expect(201).json();
        var second = market.give(bob, room, "key", "rose", 2).expect(201).json();

        assertNotEquals(first.path("id"), second.path("id"));
        assertEquals(55, market.coins(ann));
        assertEquals(50, market.coins(bob));
    }

    @Test
    void incomeIsItsStreamersAlone() {
        var tom = earned(500);
        var tim = "tim " + UUID.randomUUID();
        var asked = Json.object().put("coins", 300);
        market.post(tom, "streamer", "POST /v1/withdrawals", Map.of(), "key", asked)
                .expect(201);

        assertEquals(
                1, get(tom, "streamer", "GET /v1/withdrawals").path("items").size());
        assertEquals(
                0, get(tim, "streamer", "GET /v1/withdrawals").path("items").size());
        assertEquals(200, get(tom, "streamer", "GET /v1/income").path("payable").longValue());
        assertEquals(0, get(tim, "streamer", "GET /v1/income").path("payable").longValue());
        market.post(tim, "streamer", "POST /v1/withdrawals", Map.of(), "key", asked)
                .expect(402);
    }

    @Test
    void aStatementIsItsStreamersAlone() {
        var tom = earned(500);
        var tim = "tim " + UUID.randomUUID();

        assertTrue(statement(tom).text().contains(tom));
        assertFalse(market.get(tim, "streamer", "GET /v1/income/statements")
                .expect(200)
                .text()
                .contains("500"));
        var others =
                market.ask(tim, "streamer", "GET /v1/income/statements/{month}", month(), Map.of(), Map.of(), null);
        assertTrue(others.status() == 404 || others.json().path("closing").longValue() == 0, others.text());
    }

    private Market.Answer statement(String streamer) {
        return market.ask(streamer, "streamer", "GET /v1/income/statements/{month}", month(), Map.of(), Map.of(), null)
                .expect(200);
    }

    private static Map<String, String> month() {
        return Map.of("month", LocalDate.now(HOUSE).toString().substring(0, 7));
    }

    /// @return a streamer with income that is payable
    private String earned(long coins) {
        var streamer = "tom " + UUID.randomUUID();
        var payable = ledger.open(streamer, AccountKind.PAYABLE_INCOME);
        ledger.post(Ledger.move(ledger.wallet("giver of " + streamer, coins), payable, coins));
        return streamer;
    }
}
