package dev.vitrine.local.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.local.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsAreOpenedOnTheMerchantsWordTest {
    private static final String NOWHERE = "http://127.0.0.1:1/callbacks";

    @TempDir
    Path folder;

    private ASandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = new ASandbox(folder, ASandbox.QUICK);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static ObjectNode order(String key) {
        return ASandbox.order(NOWHERE, key);
    }

    @Test
    void theAnswerSaysWhereToPay() throws Exception {
        var answer = ASandbox.JSON.readTree(sandbox.post(order("k")).body());

        assertEquals(
                "http://127.0.0.1:8080/local/payments/" + answer.get("id").asText(),
                answer.get("payUrl").asText());
    }

    /// A browser sends `Origin: null` from a page without any referrer, and what exists only here refuses that.
    @Test
    void thePageTellsItsOwnHouseWhereAFormComesFromAndNobodyElse() throws Exception {
        var page = sandbox.page(sandbox.opened(order("k")), "en");

        assertEquals("same-origin", page.headers().firstValue("Referrer-Policy").orElse(""));
    }

    @Test
    void theSameKeyAndContentIsTheSameSession() throws Exception {
        var first = sandbox.opened(order("k"));

        assertEquals(first, sandbox.opened(order("k")));
        assertNotEquals(first, sandbox.opened(order("other")));
    }

    @Test
    void theSameKeyWithOtherContentIsAConflict() throws Exception {
        sandbox.opened(order("k"));

        var answer = sandbox.post(order("k").put("amount", 1_251));

        assertEquals(409, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("/problems/idempotency-conflict"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer the secre", "Bearer the secrets", "Basic the secret"})
    void aWrongSecretOpensNothing(String authorization) throws Exception {
        assertEquals(401, sandbox.post(order("k"), authorization).statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount|0",
                "amount|-1",
                "amount|1.5",
                "amount|100000000",
                "amount|9223372036854775808",
                "amount|\"5\"",
                "currency|\"COIN\"",
                "currency|\"cny\"",
                "currency|156",
                "reference|\"\"",
                "reference|7",
                "description|\"a\\u0000b\"",
                "description|null",
                "returnUrl|\"javascript:alert(1)\"",
                "returnUrl|\"/wallet\"",
                "returnUrl|\"http://a b\"",
                "notifyUrl|\"http://example.com/\"",
                "notifyUrl|\"http://127.0.0.1.example.com/\"",
                "notifyUrl|\"http://127.0.0.1@example.com/\"",
                "notifyUrl|\"http://169.254.169.254/\"",
                "notifyUrl|\"http://[::2]/\"",
                "notifyUrl|\"file:///etc/passwd\"",
                "idempotencyKey|\" \"",
                "more|1",
            })
    void badInputIsToldByItsField(String field, String value) throws Exception {
        var answer = sandbox.post(order("k").set(field, ASandbox.JSON.readTree(value)));

        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(ASandbox.JSON.readTree(answer.body()).get("detail").asText().startsWith(field + ":"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"reference", "amount", "currency", "description", "returnUrl", "notifyUrl", "idempotencyKey"})
    void everyFieldIsNeeded(String field) throws Exception {
        var order = order("k");
        order.remove(field);

        var answer = sandbox.post(order);

        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"detail\":\"" + field + ":"), answer.body());
    }

    @Test
    void whatIsNoJsonObjectOrTooLargeIsRefused() throws Exception {
        assertEquals(400, sandbox.post("{").statusCode());
        assertEquals(400, sandbox.post("").statusCode());
        assertEquals(400, sandbox.post("[]").statusCode());
        assertEquals(
                413,
                sandbox.post(" ".repeat(PaymentsService.MAX_BODY_BYTES + 1)).statusCode());
    }

    @Test
    void aFullSandboxForgetsOnlyWhatIsOver() throws Exception {
        sandbox.close();
        try (var merchant = new AMerchant()) {
            sandbox = new ASandbox(folder, ASandbox.settings(Duration.ofMinutes(30), 2));
            var over = sandbox.opened(ASandbox.order(merchant.notifyUrl(), "over"));
            var open = sandbox.opened(ASandbox.order(merchant.notifyUrl(), "open"));
            assertEquals(503, sandbox.post(order("third")).statusCode());

            sandbox.choose(over, "pay");
            merchant.hasHeard(1);
            Eventually.holds("there is room", () -> sandbox.post(order("third")).statusCode() == 201);

            assertEquals(404, sandbox.page(over, "en").statusCode());
            assertEquals(open, sandbox.opened(ASandbox.order(merchant.notifyUrl(), "open")));
        }
    }
}
