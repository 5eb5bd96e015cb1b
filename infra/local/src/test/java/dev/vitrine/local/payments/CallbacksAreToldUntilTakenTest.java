package dev.vitrine.local.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.Eventually;
import dev.vitrine.local.payments.AMerchant.Heard;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbacksAreToldUntilTakenTest {
    @TempDir
    Path folder;

    private final AMerchant merchant = new AMerchant();
    private ASandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = new ASandbox(folder, ASandbox.QUICK);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        merchant.close();
    }

    private String opened() throws Exception {
        return sandbox.opened(ASandbox.order(merchant.notifyUrl(), "k"));
    }

    private void over(String id) throws Exception {
        Eventually.holds(
                "the story is over",
                () -> sandbox.sandbox.find(id).orElseThrow().over());
    }

    @ParameterizedTest
    @CsvSource({"pay, payment.succeeded", "refuse, payment.refused"})
    void theMerchantHearsWhatTheBuyerDecided(String choice, String type) throws Exception {
        var id = opened();
        sandbox.choose(id, choice);
        merchant.hasHeard(1);

        var event = merchant.heard.getFirst().json();
        assertEquals(type, event.get("type").asText());
        assertEquals(id, event.get("session").asText());
        assertEquals("top-up/7", event.get("reference").asText());
        assertEquals(1_250, event.get("amount").longValue());
        assertEquals("CNY", event.get("currency").asText());
        assertTrue(Instant.parse(event.get("at").asText()).isBefore(Instant.now()));
        assertEquals(7, event.size());
    }

    @Test
    void theSignatureCoversTimeAndBody() throws Exception {
        sandbox.choose(opened(), "pay");
        merchant.hasHeard(1);

        var heard = merchant.heard.getFirst();
        var parts = heard.signature().split(",");
        var time = parts[0].substring("t=".length());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(ASandbox.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var expected = mac.doFinal((time + "." + heard.body()).getBytes(StandardCharsets.UTF_8));
        assertEquals("v1=" + HexFormat.of().formatHex(expected), parts[1]);
        assertTrue(Math.abs(Instant.now().getEpochSecond() - Long.parseLong(time)) < 300, time);
    }

    @Test
    void whatIsNotTakenIsToldAgainAsTheSameEvent() throws Exception {
        Collections.addAll(merchant.statuses, 500, 302, 404);
        var id = opened();
        sandbox.choose(id, "pay");
        over(id);

        assertEquals(4, merchant.heard.size());
        assertEquals(1, merchant.heard.stream().map(Heard::body).distinct().count());
    }

    @Test
    void afterTenAttemptsItIsGivenUp() throws Exception {
        merchant.statuses.addAll(Collections.nCopies(20, 500));
        var id = opened();
        sandbox.choose(id, "pay");
        over(id);

        assertEquals(10, merchant.heard.size());
    }

    @Test
    void duplicatesAreTheSameEventSeveralTimes() throws Exception {
        var id = opened();
        sandbox.choose(id, "pay-with-duplicates");
        over(id);

        assertEquals(Session.COPIES, merchant.heard.size());
        assertEquals(1, merchant.heard.stream().map(Heard::body).distinct().count());
    }

    @Test
    void aLatePaymentIsToldAfterTheExpiryEvenIfThatIsTakenLate() throws Exception {
        Collections.addAll(merchant.statuses, 500, 503);
        var id = opened();
        sandbox.choose(id, "pay-late");
        over(id);

        var types = new ArrayList<String>();
        var ids = new HashSet<String>();
        for (var heard : merchant.heard) {
            types.add(heard.type());
            ids.add(heard.json().get("id").asText());
        }
        assertEquals(List.of("payment.expired", "payment.expired", "payment.expired", "payment.succeeded"), types);
        assertEquals(2, ids.size());
    }

    @Test
    void aRestartGoesOnWithSessionsAttemptsAndExpiries() throws Exception {
        var waiting = new SandboxSettings(
                Duration.ofMinutes(30), 100, 3, Duration.ofDays(1), Duration.ofDays(1), Duration.ofSeconds(20));
        sandbox.close();
        sandbox = new ASandbox(folder, waiting);
        merchant.statuses.add(500);
        var paid = opened();
        var open = sandbox.opened(ASandbox.order(merchant.notifyUrl(), "second"));
        sandbox.choose(paid, "pay");
        Eventually.holds("one attempt is written", () -> attempts(paid) == 1);
        sandbox.close();

        sandbox = new ASandbox(folder, waiting);
        assertEquals(1, attempts(paid));
        assertEquals(paid, opened());
        assertNotEquals(paid, open);
        assertEquals(303, sandbox.choose(open, "refuse").statusCode());
        merchant.hasHeard(2);
        assertEquals("payment.refused", merchant.heard.get(1).type());
    }

    private int attempts(String id) {
        return sandbox.sandbox.find(id).orElseThrow().notices().getFirst().attempts();
    }

    @Test
    void callbacksThatWaitedAreToldAfterARestart() throws Exception {
        var deaf = merchant.notifyUrl();
        var id = opened();
        merchant.close();
        sandbox.choose(id, "pay");
        sandbox.close();

        try (var listening = new AMerchant()) {
            // The new merchant has another port: the session's address is what the first one had.
            var file = folder.resolve(id + ".json");
            var text = Files.readString(file);
            Files.writeString(file, text.replace(deaf, listening.notifyUrl()));
            sandbox = new ASandbox(folder, ASandbox.QUICK);
            listening.hasHeard(1);

            assertEquals("payment.succeeded", listening.heard.getFirst().type());
        }
    }

    @Test
    void pausesDoubleUpToTheirBound() {
        var settings = SandboxSettings.DEFAULT;

        assertEquals(Duration.ofSeconds(1), settings.retryAfter(1));
        assertEquals(Duration.ofSeconds(2), settings.retryAfter(2));
        assertEquals(Duration.ofSeconds(32), settings.retryAfter(6));
        assertEquals(Duration.ofMinutes(1), settings.retryAfter(7));
        assertEquals(Duration.ofMinutes(1), settings.retryAfter(1_000));
    }
}
