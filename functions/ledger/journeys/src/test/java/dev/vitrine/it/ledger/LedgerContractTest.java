package dev.vitrine.it.ledger;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.Api.Answer;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Contract;
import dev.vitrine.it.support.Contract.TypedText;
import dev.vitrine.it.support.Paying;
import dev.vitrine.it.support.SharedCloud;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the ledger's functions answer is what `openapi.yaml` says, operation by operation and status by status.
class LedgerContractTest {
    private static final Contract CONTRACT =
            Contract.read(Cloud.root().resolve("functions/ledger/contract/openapi.yaml"));
    private static final String NOTHING = "01890000-0000-7000-8000-000000000000";
    private static final String PERIOD = "?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z";

    private final Cloud cloud = SharedCloud.get();
    private final Api streamer = cloud.as("ledger-streamer", "streamer");
    private final Api operator = cloud.as("ledger-operator", "operator");
    private final Api auditor = cloud.as("ledger-auditor", "auditor");
    private final Api viewer = cloud.as("ledger-viewer", "viewer");
    private final Api other = cloud.as("ledger-other", "viewer");
    private final Api guest = cloud.asGuest();

    /// Every operation of the contract was called and answered as promised; a new one without a test fails
    /// here.
    @AfterAll
    static void everyOperationWasCalled() {
        assertEquals(CONTRACT.operations(), CONTRACT.operationsSeen());
    }

    private static Answer check(String operation, int status, Answer answer) {
        return CONTRACT.check(operation, answer.expect(status));
    }

    @Test
    void aWalletIsFilledAndRead() {
        check("listCoinPackages", 200, guest.get("/v1/coin-packages"));
        var wanted = Map.of("package", "coins-60", "method", "CARD");
        var key = Paying.key();
        var topUp = check("startTopUp", 201, viewer.post("/v1/wallet/top-ups", wanted, key))
                .json();
        check("startTopUp", 201, viewer.post("/v1/wallet/top-ups", wanted, key));
        check(
                "startTopUp",
                409,
                viewer.post("/v1/wallet/top-ups", Map.of("package", "coins-300", "method", "CARD"), key));
        check("startTopUp", 400, viewer.post("/v1/wallet/top-ups", wanted));
        check(
                "startTopUp",
                422,
                viewer.post("/v1/wallet/top-ups", Map.of("package", "coins-60", "method", "CASH"), key));
        Paying.choose(topUp, "pay");
        Paying.await(viewer, topUp, "PAID");
        var path = "/v1/wallet/top-ups/" + topUp.path("id").asText();
        check("getTopUp", 200, viewer.get(path));
        check("getTopUp", 404, other.get(path));
        check("listTopUps", 200, viewer.get("/v1/wallet/top-ups"));
        check("getWallet", 200, viewer.get("/v1/wallet"));
        check("listWalletEntries", 200, viewer.get("/v1/wallet/entries?limit=1"));
        check("listWalletEntries", 400, viewer.get("/v1/wallet/entries?cursor=x"));
    }

    @Test
    void aCallbackThatNobodySignedIsRefused() {
        var forged = Map.of("Sandbox-Signature", "t=" + System.currentTimeMillis() / 1000 + ",v1=" + "0".repeat(64));
        check("takePaymentCallback", 401, guest.post("/v1/payments/callbacks/sandbox", Map.of("id", "x"), forged));
        check("takePaymentCallback", 401, guest.post("/v1/payments/callbacks/sandbox", Map.of("id", "x")));
        check("takePaymentCallback", 404, guest.post("/v1/payments/callbacks/nobody", Map.of("id", "x"), forged));
    }

    @Test
    void giftsAreOfferedAndRanked() {
        check("listGifts", 200, guest.get("/v1/gifts"));
        check("getDayGiftRanking", 200, guest.get("/v1/gift-ranking"));
        check("getDayGiftRanking", 400, guest.get("/v1/gift-ranking?day=2001-01-01"));
        var room = streamer.createRoom("Ledger contract").path("id").asText();
        eventually(
                "the ledger knows the room",
                Duration.ofSeconds(30),
                () -> guest.get("/v1/rooms/" + room + "/gift-ranking").status(),
                status -> status == 200);
        check("getRoomGiftRanking", 200, guest.get("/v1/rooms/" + room + "/gift-ranking"));
        check("getRoomGiftRanking", 404, guest.get("/v1/rooms/" + NOTHING + "/gift-ranking"));
        var gift = Map.of("gift", "rose", "count", 1);
        var gifts = "/v1/rooms/" + room + "/gifts";
        check("sendGift", 409, viewer.post(gifts, gift, Paying.key()));
        check("sendGift", 404, viewer.post("/v1/rooms/" + NOTHING + "/gifts", gift, Paying.key()));
        check("sendGift", 422, viewer.post(gifts, Map.of("gift", "rose", "count", 10_000), Paying.key()));
        check("sendGift", 400, viewer.post(gifts, gift));
        check("sendGift", 401, guest.post(gifts, gift, Paying.key()));
    }

    @Test
    void aStreamerReadsIncomeAndStatements() {
        var month = YearMonth.now(ZoneId.of("Asia/Shanghai"));
        check("getIncome", 200, streamer.get("/v1/income"));
        check("getDailyIncome", 200, streamer.get("/v1/income/daily?from=2026-01-01&to=2026-01-31"));
        check("getDailyIncome", 400, streamer.get("/v1/income/daily?from=2026-01-01"));
        check("listReceivedGifts", 200, streamer.get("/v1/income/gifts?from=2026-01-01"));
        check("listReceivedGifts", 200, streamer.send("GET", "/v1/income/gifts", null, Map.of("accept", "text/csv")));
        check("listReceivedGifts", 400, streamer.get("/v1/income/gifts?limit=1001"));
        check("listReceivedGifts", 406, streamer.send("GET", "/v1/income/gifts", null, Map.of("accept", "image/png")));
        check("listStatements", 200, streamer.get("/v1/income/statements"));
        var path = "/v1/income/statements/" + month;
        for (var form : new String[] {"application/json", "text/csv", "application/pdf"}) {
            check("getStatement", 200, streamer.send("GET", path, null, Map.of("accept", form)));
        }
        check("getStatement", 406, streamer.send("GET", path, null, Map.of("accept", "image/png")));
        check("getStatement", 404, streamer.get("/v1/income/statements/" + month.plusMonths(1)));
        check("getStatement", 400, streamer.get("/v1/income/statements/soon"));
    }

    @Test
    void aWithdrawalNeedsIncomeAndAnOperator() {
        check("requestWithdrawal", 402, streamer.post("/v1/withdrawals", Map.of("coins", 100), Paying.key()));
        check("requestWithdrawal", 422, streamer.post("/v1/withdrawals", Map.of("coins", 99), Paying.key()));
        check("listWithdrawals", 200, streamer.get("/v1/withdrawals"));
        check("listWithdrawalReviews", 200, operator.get("/v1/withdrawal-reviews"));
        var decision = Map.of("decision", "APPROVE", "reason", "a test");
        check("decideWithdrawal", 404, operator.post("/v1/withdrawals/" + NOTHING + "/decision", decision));
        check(
                "decideWithdrawal",
                422,
                operator.post("/v1/withdrawals/" + NOTHING + "/decision", Map.of("decision", "X", "reason", "")));
    }

    @Test
    void anAuditorReadsTheBooks() {
        Paying.buy(cloud.as("ledger-audited", "viewer"), "coins-60");
        check("getTrialBalance", 200, auditor.get("/v1/audit/trial-balance"));
        var accounts = check("listAccounts", 200, auditor.get("/v1/audit/accounts?owner=ledger-audited"));
        var entries = "/v1/audit/accounts/" + accounts.json().at("/items/0/id").asText() + "/entries";
        check("listAccountEntries", 200, auditor.get(entries));
        check("listAccountEntries", 404, auditor.get("/v1/audit/accounts/" + UUID.randomUUID() + "/entries"));
        check("startVerification", 202, auditor.post("/v1/audit/verifications", null));
        eventually(
                "the chains are walked",
                Duration.ofSeconds(60),
                () -> check("getChain", 200, auditor.get("/v1/audit/chain")).json(),
                chain -> chain.at("/verification/state").asText().equals("DONE")
                        && chain.at("/verification/intact").asBoolean());
        check("startAudit", 202, auditor.post("/v1/audits/ledger", null));
        eventually(
                "the audit is done",
                Duration.ofSeconds(60),
                () -> check("getAudit", 200, auditor.get("/v1/audits/ledger")).json(),
                audit -> audit.path("state").asText().equals("DONE")
                        && audit.path("balanced").asBoolean()
                        && audit.path("findings").isEmpty());
        var export = "/v1/audit/export" + PERIOD;
        check("exportEntries", 200, auditor.send("GET", export, null, Map.of("accept", "text/csv")));
        // nothing moved then: no line, and so no body that would have a type
        assertEquals(
                "",
                auditor.send("GET", export, null, Map.of("accept", "application/x-ndjson"))
                        .expect(200)
                        .text());
        check("exportEntries", 400, auditor.get("/v1/audit/export"));
    }

    /// Whoever it is.
    private static final Set<String> OPEN =
            Set.of("listCoinPackages", "listGifts", "getRoomGiftRanking", "getDayGiftRanking", "takePaymentCallback");

    /// Everybody's own: another's is as none (`NobodyReachesAnothersMoneyTest`).
    static Stream<Call> own() {
        return Stream.of(
                new Call("startTopUp", "POST", "/v1/wallet/top-ups", "viewer"),
                new Call("listTopUps", "GET", "/v1/wallet/top-ups", "viewer"),
                new Call("getTopUp", "GET", "/v1/wallet/top-ups/" + NOTHING, "viewer"),
                new Call("getWallet", "GET", "/v1/wallet", "viewer"),
                new Call("listWalletEntries", "GET", "/v1/wallet/entries", "viewer"),
                new Call("sendGift", "POST", "/v1/rooms/" + NOTHING + "/gifts", "viewer"));
    }

    @ParameterizedTest
    @MethodSource("own")
    void aGuestHasNothing(Call call) {
        check(call.operation(), 401, guest.send(call.method(), call.path(), null, Map.of()));
    }

    @Test
    void everyOperationIsOpenOnesOwnOrARoles() {
        var known = new TreeSet<>(OPEN);
        Stream.concat(own(), guarded()).map(Call::operation).forEach(known::add);

        assertEquals(CONTRACT.operations(), known);
    }

    static List<TypedText> typedTexts() {
        return CONTRACT.typedTexts();
    }

    /// Whoever adds such a text to the contract and forgets the rule finds out here.
    @ParameterizedTest
    @MethodSource("typedTexts")
    void whatPeopleTypeIsHeldToTheRuleOfText(TypedText text) {
        var path = text.path().replace("{id}", NOTHING);
        var answer =
                check(text.operationId(), 422, operator.send(text.method(), path, text.body("a\u202Eb"), Map.of()));

        var fields = answer.json().path("errors").findValuesAsText("field");
        assertTrue(fields.contains(text.field()), answer.text());
    }

    record Call(String operation, String method, String path, String role) {}

    static Stream<Call> guarded() {
        return Stream.of(
                new Call("getIncome", "GET", "/v1/income", "streamer"),
                new Call("getDailyIncome", "GET", "/v1/income/daily", "streamer"),
                new Call("listReceivedGifts", "GET", "/v1/income/gifts", "streamer"),
                new Call("listStatements", "GET", "/v1/income/statements", "streamer"),
                new Call("getStatement", "GET", "/v1/income/statements/2026-01", "streamer"),
                new Call("listWithdrawals", "GET", "/v1/withdrawals", "streamer"),
                new Call("requestWithdrawal", "POST", "/v1/withdrawals", "streamer"),
                new Call("listWithdrawalReviews", "GET", "/v1/withdrawal-reviews", "operator"),
                new Call("decideWithdrawal", "POST", "/v1/withdrawals/" + NOTHING + "/decision", "operator"),
                new Call("getTrialBalance", "GET", "/v1/audit/trial-balance", "auditor"),
                new Call("listAccounts", "GET", "/v1/audit/accounts", "auditor"),
                new Call("listAccountEntries", "GET", "/v1/audit/accounts/" + NOTHING + "/entries", "auditor"),
                new Call("getChain", "GET", "/v1/audit/chain", "auditor"),
                new Call("startVerification", "POST", "/v1/audit/verifications", "auditor"),
                new Call("startAudit", "POST", "/v1/audits/ledger", "auditor"),
                new Call("getAudit", "GET", "/v1/audits/ledger", "auditor"),
                new Call("exportEntries", "GET", "/v1/audit/export" + PERIOD, "auditor"));
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void anotherRoleAndAGuestMayNot(Call call) {
        for (var role : new String[] {"viewer", "streamer", "operator", "auditor"}) {
            if (!role.equals(call.role())) {
                var api = cloud.as("ledger-" + role, role);
                check(call.operation(), 403, api.send(call.method(), call.path(), null, Map.of()));
            }
        }
        check(call.operation(), 401, guest.send(call.method(), call.path(), null, Map.of()));
    }
}
