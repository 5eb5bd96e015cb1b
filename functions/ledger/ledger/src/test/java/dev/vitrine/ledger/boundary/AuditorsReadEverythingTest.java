package dev.vitrine.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.platform.json.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = MarketStores.class, restrictToAnnotatedClass = true)
class AuditorsReadEverythingTest {
    @Inject
    Market market;

    private final Ledger ledger = new Ledger(MarketStores.database.books());

    private JsonNode get(String route) {
        return market.get("aud", "auditor", route).expect(200).json();
    }

    /// Walks until nothing is called any more, each step told twice.
    private JsonNode verified() {
        market.heard();
        var started = market.ask("aud", "auditor", "POST /v1/audit/verifications", Map.of(), Map.of(), Map.of(), null)
                .expect(202)
                .json();
        for (var steps = market.heard(); !steps.isEmpty(); steps = market.heard()) {
            for (var step : steps) {
                if (Json.read(step)
                        .path("subject")
                        .textValue()
                        .equals(started.path("id").textValue())) {
                    market.take(step);
                    market.take(step);
                }
            }
        }
        var verification = get("GET /v1/audit/chain").path("verification");
        assertEquals(started.path("id"), verification.path("id"));
        return verification;
    }

    @Test
    void theBooksAreWalkedAndBalance() {
        market.buyer("coins-300");
        ledger.seal();

        var trial = get("GET /v1/audit/trial-balance");

        assertTrue(trial.path("balanced").booleanValue());
        var verification = verified();
        assertEquals("DONE", verification.path("state").textValue());
        assertTrue(verification.path("intact").booleanValue());
        assertTrue(verification.path("entries").longValue() >= 4);
        assertEquals(64, get("GET /v1/audit/chain").at("/seal/hash").textValue().length());
        var report = get("GET /v1/audits/ledger");
        assertEquals("DONE", report.path("state").textValue());
        assertEquals(trial.path("lines"), report.path("balances"));
        assertEquals(verification.path("entries"), report.path("checked"));
        assertEquals(0, report.path("findings").size());
    }

    @Test
    void aChangedEntryIsNamed() throws SQLException {
        var ann = ledger.wallet("changed " + UUID.randomUUID(), 7);
        try (var superuser = MarketStores.database.superuser()) {
            LedgerDatabase.run(superuser, "set session_replication_role = replica");
            LedgerDatabase.run(superuser, "update entries set amount = 8 where account_id = '" + ann + "'");

            var verification = verified();

            LedgerDatabase.run(superuser, "update entries set amount = 7 where account_id = '" + ann + "'");
            assertFalse(verification.path("intact").booleanValue());
            assertEquals(ann.toString(), verification.at("/broken/account").textValue());
            assertEquals(1, verification.at("/broken/seq").longValue());
            var report = get("GET /v1/audits/ledger");
            assertEquals(1, report.path("findings").size());
            assertTrue(
                    report.at("/findings/0/place").textValue().startsWith("account " + ann + ", shard 0, entry 1, "),
                    report.toString());
        }
    }

    @Test
    void accountsAndTheirEntriesArePaged() {
        var owner = "paged " + UUID.randomUUID();
        var wallet = ledger.wallet(owner, 5);
        var other = ledger.wallet("other of " + owner, 0);
        ledger.post(Ledger.move(wallet, other, 1));
        ledger.post(Ledger.move(wallet, other, 1));

        var accounts = market.ask(
                        "aud",
                        "auditor",
                        "GET /v1/audit/accounts",
                        Map.of(),
                        Map.of("kind", AccountKind.WALLET.name(), "owner", owner),
                        Map.of(),
                        null)
                .expect(200)
                .json();
        assertEquals(1, accounts.path("items").size());
        assertEquals(3, accounts.at("/items/0/balance").longValue());

        var first = entries(wallet.toString(), Map.of("limit", "2")).expect(200).json();
        assertEquals(2, first.path("items").size());
        var rest = entries(
                        wallet.toString(),
                        Map.of("cursor", first.path("nextCursor").textValue()))
                .expect(200)
                .json();
        assertEquals(1, rest.path("items").size());
        assertEquals(5, rest.at("/items/0/amount/minor").longValue());
        assertTrue(rest.path("nextCursor").isNull());
        entries(UUID.randomUUID().toString(), Map.of()).expect(404);
    }

    private Market.Answer entries(String account, Map<String, String> query) {
        return market.ask(
                "aud", "auditor", "GET /v1/audit/accounts/{id}/entries", Map.of("id", account), query, Map.of(), null);
    }

    @Test
    void aPeriodIsExportedWhenItIsOver() {
        var export = export("application/x-ndjson", "2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z");
        assertEquals("", export.expect(200).text());
        var csv = export("text/csv", "2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z")
                .expect(200);
        assertTrue(csv.text().startsWith("transfer,at,kind,"));
        assertEquals(
                "to",
                export("text/csv", "2020-01-01T00:00:00Z", Instant.now().toString())
                        .expect(400)
                        .json()
                        .at("/errors/0/field")
                        .textValue());
        export("application/pdf", "2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z")
                .expect(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+1000000000-01-01T00:00:00Z", "1969-12-31T00:00:00Z"})
    void momentsThatNoDatabaseHoldsAreRefused(String moment) {
        assertEquals(
                "from",
                export("text/csv", moment, "2020-02-01T00:00:00Z")
                        .expect(400)
                        .json()
                        .at("/errors/0/field")
                        .textValue());
        assertEquals(
                "to",
                export("text/csv", "2020-02-01T00:00:00Z", moment)
                        .expect(400)
                        .json()
                        .at("/errors/0/field")
                        .textValue());
    }

    private Market.Answer export(String accept, String from, String to) {
        return market.ask(
                "aud",
                "auditor",
                "GET /v1/audit/export",
                Map.of(),
                Map.of("from", from, "to", to),
                Map.of("Accept", accept),
                null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/audit/trial-balance",
                "GET /v1/audit/accounts",
                "GET /v1/audit/accounts/{id}/entries",
                "GET /v1/audit/chain",
                "POST /v1/audit/verifications",
                "POST /v1/audits/ledger",
                "GET /v1/audits/ledger",
                "GET /v1/audit/export"
            })
    void nobodyElseDoes(String route) {
        for (var role : new String[] {"viewer", "streamer", "operator"}) {
            market.get("eve", role, route).expect(403);
        }
        market.get(null, null, route).expect(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/income",
                "GET /v1/income/daily",
                "GET /v1/income/statements",
                "GET /v1/income/statements/{month}",
                "GET /v1/withdrawals",
                "POST /v1/withdrawals",
                "GET /v1/withdrawal-reviews",
                "POST /v1/withdrawals/{id}/decision"
            })
    void auditorsDoNothingElse(String route) {
        market.get("aud", "auditor", route).expect(403);
    }
}
