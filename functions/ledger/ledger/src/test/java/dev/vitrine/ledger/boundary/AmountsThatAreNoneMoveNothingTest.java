package dev.vitrine.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.platform.json.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Zero, negative, too large, fractional, and what is no number at all: told by field, and nothing moves.
/// Amounts are written as they come over the wire.
@QuarkusTest
@QuarkusTestResource(value = MarketStores.class, restrictToAnnotatedClass = true)
class AmountsThatAreNoneMoveNothingTest {
    private static final long INCOME = 500;

    @Inject
    Market market;

    private final Ledger ledger = new Ledger(MarketStores.database.books());

    @AfterEach
    void theBooksAreRight() {
        assertEquals(Optional.empty(), ledger.verify());
    }

    private Market.Answer post(String subject, String role, String route, Map<String, String> path, String body) {
        return market.ask(subject, role, route, path, Map.of(), Map.of("Idempotency-Key", "key"), body);
    }

    private static String field(Market.Answer answer) {
        return answer.json().at("/errors/0/field").textValue();
    }

    @ParameterizedTest
    @CsvSource({
        "0,422",
        "-1,422",
        "10000,422",
        "9223372036854775807,422",
        "9223372036854775808,400",
        "1.5,400",
        "1.0,400",
        "1e2,400",
        "'\"1\"',400",
        "true,400",
        "null,400",
    })
    void ofAGift(String count, int status) {
        var ann = market.buyer("coins-300");
        var body = "{\"gift\":\"rose\",\"count\":" + count + "}";

        var refused = post(ann, "viewer", "POST /v1/rooms/{id}/gifts", Map.of("id", market.liveRoom()), body);

        assertEquals("count", field(refused.expect(status)));
        assertEquals(300, market.coins(ann));
    }

    @ParameterizedTest
    @CsvSource({
        "0,422",
        "-100,422",
        "9223372036854775807,422",
        "9223372036854775808,400",
        "100.5,400",
        "1e3,400",
        "'\"100\"',400",
        "null,400",
    })
    void ofAWithdrawal(String coins, int status) {
        var tom = "tom " + UUID.randomUUID();
        var payable = ledger.open(tom, AccountKind.PAYABLE_INCOME);
        ledger.post(Ledger.move(ledger.wallet("giver of " + tom, INCOME), payable, INCOME));

        var refused = post(tom, "streamer", "POST /v1/withdrawals", Map.of(), "{\"coins\":" + coins + "}");

        assertEquals("coins", field(refused.expect(status)));
        assertEquals(INCOME, ledger.available(payable));
    }

    /// Signed by the provider itself.
    @ParameterizedTest
    @CsvSource({
        "0,409",
        "-3000,409",
        "3001,409",
        "9223372036854775807,409",
        "9223372036854775808,400",
        "3000.5,400",
        "3e3,400",
        "'\"3000\"',400",
        "null,400",
    })
    void ofAPayment(String amount, int status) {
        var ann = "ann " + UUID.randomUUID();
        var topUp = market.topUp(ann, "key", "coins-300").expect(201).json();
        var genuine = Json.write(market.payment(topUp, "succeeded"));
        var body = genuine.replace("\"amount\":3000", "\"amount\":" + amount);

        var refused = market.callback(body, Market.signature(MarketStores.SECRET, Instant.now(), body));

        refused.expect(status);
        assertEquals(0, market.coins(ann));
    }
}
