package dev.vitrine.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.ledger.Ledger;
import dev.vitrine.platform.json.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = MarketStores.class, restrictToAnnotatedClass = true)
class MoneyIsTakenOnceTest {
    @Inject
    Market market;

    private final String ann = "ann " + UUID.randomUUID();

    @AfterEach
    void theBooksAreRight() {
        assertEquals(Optional.empty(), new Ledger(MarketStores.database.books()).verify());
    }

    private JsonNode started() {
        return market.topUp(ann, "key", "coins-300").expect(201).json();
    }

    private String state(JsonNode topUp) {
        return market.ask(
                        ann,
                        "viewer",
                        "GET /v1/wallet/top-ups/{id}",
                        Map.of("id", topUp.path("id").textValue()),
                        Map.of(),
                        Map.of(),
                        null)
                .expect(200)
                .json()
                .path("state")
                .textValue();
    }

    @Test
    void aPaidTopUpBringsItsCoinsHoweverOftenItIsTold() {
        var topUp = started();
        assertEquals("PENDING", state(topUp));
        assertTrue(topUp.path("payUrl").textValue().startsWith("http"));
        var paid = market.payment(topUp, "succeeded");

        market.callback(paid).expect(200);
        market.callback(paid).expect(200);
        market.callback(market.payment(topUp, "succeeded")).expect(200);

        assertEquals("PAID", state(topUp));
        assertEquals(300, market.coins(ann));
        var line = market.get(ann, "viewer", "GET /v1/wallet/entries").json().at("/items/0");
        assertEquals("top-up", line.path("kind").textValue());
        assertEquals("ALIPAY", line.path("counterpart").textValue());
        assertEquals(300, line.at("/balance/minor").longValue());
    }

    @Test
    void aRefusalAfterSuccessChangesNothing() {
        var topUp = started();
        market.callback(market.payment(topUp, "succeeded")).expect(200);

        var answer = market.callback(market.payment(topUp, "refused")).expect(200);

        assertEquals("PAID", answer.json().path("state").textValue());
        assertEquals(300, market.coins(ann));
    }

    @ParameterizedTest
    @CsvSource({"expired,EXPIRED", "refused,REFUSED"})
    void moneyThatComesLateIsNeverLost(String first, String state) {
        var topUp = started();
        market.callback(market.payment(topUp, first)).expect(200);
        assertEquals(state, state(topUp));
        assertEquals(0, market.coins(ann));

        market.callback(market.payment(topUp, "succeeded")).expect(200);

        assertEquals("PAID", state(topUp));
        assertEquals(300, market.coins(ann));
    }

    @Test
    void anotherAmountCurrencyOrSessionIsRefused() {
        var topUp = started();

        market.callback(market.payment(topUp, "succeeded").put("amount", 1)).expect(409);
        market.callback(market.payment(topUp, "succeeded").put("currency", "USD"))
                .expect(409);
        market.callback(market.payment(topUp, "succeeded").put("session", "another"))
                .expect(409);
        market.callback(market.payment(topUp, "succeeded")
                        .put("reference", UUID.randomUUID().toString()))
                .expect(404);

        assertEquals(0, market.coins(ann));
        assertEquals("PENDING", state(topUp));
    }

    @Test
    void aCallbackThatNobodySignedMovesNothing() {
        var topUp = started();
        var body = Json.write(market.payment(topUp, "succeeded"));
        var now = Instant.now();

        market.callback(body, Market.signature("guessed", now, body)).expect(401);
        market.callback(body + " ", Market.signature(MarketStores.SECRET, now, body))
                .expect(401);
        market.callback(body, "t=" + now.getEpochSecond()).expect(401);
        market.callback(body, Market.signature(MarketStores.SECRET, now.minus(Duration.ofMinutes(6)), body))
                .expect(401);
        market.callback(body, Market.signature(MarketStores.SECRET, now.plus(Duration.ofMinutes(6)), body))
                .expect(401);
        assertEquals(0, market.coins(ann));

        market.callback(body, Market.signature(MarketStores.PREVIOUS_SECRET, now.minus(Duration.ofMinutes(4)), body))
                .expect(200);
        assertEquals(300, market.coins(ann));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "type", "session", "reference", "amount", "currency"})
    void aSignedCallbackThatLacksAFieldIsNamed(String field) {
        var payment = market.payment(started(), "succeeded");
        payment.remove(field);

        var answer = market.callback(payment).expect(400);

        assertEquals(field, answer.json().at("/errors/0/field").textValue());
    }

    @Test
    void aRepeatedRequestIsTheSameTopUpAndAnotherContentIsRefused() {
        var first = started();

        assertEquals(first.path("id"), started().path("id"));
        assertEquals(
                "idempotency-conflict",
                market.topUp(ann, "key", "coins-60").expect(409).problem());
        market.topUp(ann, "other", "no-such").expect(404);
        market.topUp(ann, "", "coins-60").expect(400);
        assertEquals(
                1,
                MarketStores.SESSIONS_ASKED.stream()
                        .filter(asked -> asked.contains(first.path("id").textValue()))
                        .count());
    }

    @Test
    void whoAsksAgainAfterTheProviderFailedGoesOn() {
        MarketStores.providerDown = true;
        try {
            assertEquals(
                    "unavailable",
                    market.topUp(ann, "key", "coins-300").expect(503).problem());
        } finally {
            MarketStores.providerDown = false;
        }

        assertEquals("PENDING", state(started()));
        assertEquals(
                1,
                market.get(ann, "viewer", "GET /v1/wallet/top-ups")
                        .json()
                        .path("items")
                        .size());
    }

    @Test
    void anotherPersonsTopUpIsAsNone() {
        var id = started().path("id").textValue();

        market.ask("bob", "viewer", "GET /v1/wallet/top-ups/{id}", Map.of("id", id), Map.of(), Map.of(), null)
                .expect(404);
    }

    @Test
    void noMoreThanTwentyWaitForPayment() {
        for (int n = 0; n < 20; n++) {
            market.topUp(ann, "key " + n, "coins-60").expect(201);
        }

        market.topUp(ann, "key 20", "coins-60").expect(409);
        market.topUp(ann, "key 7", "coins-60").expect(201);
    }
}
