package dev.vitrine.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.model.EventType;
import dev.vitrine.model.Ids;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.json.Json;
import dev.vitrine.platform.test.BadTexts;
import dev.vitrine.profiles.event.ProfileFollowed;
import dev.vitrine.profiles.event.ProfileUnfollowed;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = MarketStores.class, restrictToAnnotatedClass = true)
class IncomeIsTakenOutAfterAReviewTest {
    private static final String HOUSE = "Asia/Shanghai";

    @Inject
    Market market;

    private final Ledger ledger = new Ledger(MarketStores.database.books());
    private final String tom = "tom " + UUID.randomUUID();

    @AfterEach
    void theBooksAreRight() {
        assertEquals(Optional.empty(), ledger.verify());
    }

    /// Income that is payable, as if it had been given and settled.
    private void earned(long coins) {
        var source = ledger.wallet("giver of " + tom, coins);
        ledger.post(Ledger.move(source, ledger.open(tom, AccountKind.PAYABLE_INCOME), coins));
    }

    private Market.Answer ask(String key, long coins) {
        return market.post(
                tom,
                "streamer",
                "POST /v1/withdrawals",
                Map.of(),
                key,
                Json.object().put("coins", coins));
    }

    private Market.Answer decide(String operator, JsonNode asked, String decision) {
        return market.post(
                operator,
                "operator",
                "POST /v1/withdrawals/{id}/decision",
                Map.of("id", asked.path("id").textValue()),
                "",
                Json.object().put("decision", decision).put("reason", "looked at"));
    }

    private JsonNode income() {
        return market.get(tom, "streamer", "GET /v1/income").expect(200).json();
    }

    private Market.Answer statement(String accept) {
        var month = LocalDate.now(ZoneId.of(HOUSE)).toString().substring(0, 7);
        return market.ask(
                tom,
                "streamer",
                "GET /v1/income/statements/{month}",
                Map.of("month", month),
                Map.of(),
                Map.of("Accept", accept),
                null);
    }

    @Test
    void whatIsApprovedIsPaidOutOnce() {
        earned(500);

        var asked = ask("key", 300).expect(201).json();
        assertEquals(asked, ask("key", 300).expect(201).json());
        assertEquals("idempotency-conflict", ask("key", 301).expect(409).problem());
        assertEquals(3000, asked.at("/amount/minor").longValue());
        assertEquals(200, income().path("payable").longValue());
        assertEquals(300, income().path("held").longValue());
        assertEquals(101, ask("more", 301).expect(402).json().path("missing").longValue());
        var reviews = market.get("olga", "operator", "GET /v1/withdrawal-reviews")
                .expect(200)
                .json();
        assertTrue(reviews.toString().contains(asked.path("id").textValue()));

        decide("olga", asked, "APPROVE").expect(200);
        assertEquals(
                "APPROVED",
                decide("olga", asked, "APPROVE")
                        .expect(200)
                        .json()
                        .path("state")
                        .textValue());
        decide("olga", asked, "REFUSE").expect(409);

        assertEquals(200, income().path("payable").longValue());
        assertEquals(0, income().path("held").longValue());
        assertEquals(300, income().path("withdrawn").longValue());
        var month = statement("application/json").expect(200).json();
        assertEquals(-300, month.path("withdrawn").longValue());
        assertEquals(200, month.path("closing").longValue());
    }

    @Test
    void whatIsRefusedIsFreeAgain() {
        earned(500);
        var asked = ask("key", 500).expect(201).json();

        decide("olga", asked, "REFUSE").expect(200);
        decide("olga", asked, "REFUSE").expect(200);

        assertEquals(500, income().path("payable").longValue());
        decide("olga", asked, "APPROVE").expect(409);
        assertEquals(
                "looked at",
                market.get(tom, "streamer", "GET /v1/withdrawals")
                        .json()
                        .at("/items/0/reason")
                        .textValue());
    }

    @Test
    void nobodyDecidesAboutTheirOwn() {
        earned(500);

        decide(tom, ask("key", 100).expect(201).json(), "APPROVE").expect(403);
    }

    /// A hold lives for 30 days; its end is told here by whoever has the machine.
    @Test
    void whatNobodyDecidedInTimeIsNotPaidOut() throws SQLException {
        earned(500);
        var asked = ask("key", 300).expect(201).json();
        try (var superuser = MarketStores.database.superuser()) {
            LedgerDatabase.run(
                    superuser,
                    "update holds set expires_at = clock_timestamp() where id = '"
                            + asked.path("id").textValue() + "'");
        }

        assertEquals(
                "illegal-state", decide("olga", asked, "APPROVE").expect(409).problem());
        assertEquals(1, ledger.expire());
        assertEquals(
                "illegal-state", decide("olga", asked, "APPROVE").expect(409).problem());
        decide("olga", asked, "REFUSE").expect(200);

        assertEquals(500, income().path("payable").longValue());
        assertEquals(0, income().path("held").longValue());
        assertEquals(0, income().path("withdrawn").longValue());
    }

    @ParameterizedTest
    @CsvSource({"99,422", "0,422", "-1,422", "100000001,422"})
    void anAmountOutOfItsBoundsIsNamed(long coins, int status) {
        assertEquals(
                "coins",
                ask("key", coins).expect(status).json().at("/errors/0/field").textValue());
    }

    @Test
    void aStatementIsTheSameInEveryForm() {
        earned(500);

        var json = statement("application/json").expect(200).json();
        assertEquals(500, json.path("other").longValue());
        assertEquals(500, json.path("closing").longValue());
        var csv = statement("text/csv").expect(200);
        assertTrue(csv.text().contains(",500\r\n"), csv.text());
        assertEquals("text/csv; charset=utf-8", csv.headers().get("Content-Type"));
        var pdf = new String(
                Base64.getDecoder()
                        .decode(statement("application/pdf").expect(200).text()),
                StandardCharsets.US_ASCII);
        assertTrue(pdf.startsWith("%PDF-1.4") && pdf.endsWith("%%EOF\n"));
        assertTrue(pdf.contains("Closing"));
        assertEquals("not-acceptable", statement("image/png").expect(406).problem());
        var months = market.get(tom, "streamer", "GET /v1/income/statements")
                .expect(200)
                .json();
        assertEquals(500, months.at("/items/0/closing").longValue());
    }

    @Test
    void everyDayIsToldWithItsFans() {
        var today = LocalDate.now(ZoneId.of(HOUSE));
        var now = Instant.now();
        follow("ann", ProfileFollowed.TYPE, now);
        follow("bob", ProfileFollowed.TYPE, now);
        follow("bob", ProfileFollowed.TYPE, now);
        follow("bob", ProfileUnfollowed.TYPE, now.minusSeconds(5)); // overtaken
        follow("ann", ProfileUnfollowed.TYPE, now.plusMillis(1));

        var days = daily(today.minusDays(2), today).expect(200).json().path("items");

        assertEquals(3, days.size());
        assertEquals(0, days.at("/0/fans").longValue());
        assertEquals(1, days.at("/2/fans").longValue());
        assertEquals(1, income().path("fans").longValue());
        assertEquals(
                "to",
                daily(today.minusDays(366), today)
                        .expect(400)
                        .json()
                        .at("/errors/0/field")
                        .textValue());
        daily(today, today.minusDays(1)).expect(400);
    }

    private Market.Answer daily(LocalDate first, LocalDate last) {
        return market.ask(
                tom,
                "streamer",
                "GET /v1/income/daily",
                Map.of(),
                Map.of("from", first.toString(), "to", last.toString()),
                Map.of(),
                null);
    }

    private void follow(String follower, EventType type, Instant at) {
        var data = Json.object().put("streamerId", tom).put("viewerId", follower);
        market.take(new CloudEvent(Ids.system().next(), type, "/profiles", tom, at, data));
    }

    @Test
    void aReasonIsHeldToTheRuleOfAllText() {
        for (var bad : BadTexts.lines()) {
            market.post(
                            "olga",
                            "operator",
                            "POST /v1/withdrawals/{id}/decision",
                            Map.of("id", "01900000-0000-7000-8000-000000000001"),
                            "",
                            Json.object().put("decision", "REFUSE").put("reason", bad))
                    .expect(422);
        }
    }
}
