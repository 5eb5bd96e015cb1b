package dev.vitrine.local.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheBuyerDecidesOnceTest {
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

    @Test
    void thePageShowsTheAmountInTheBuyersLanguageAndEscapesWhatTheMerchantSaid() throws Exception {
        var id = opened();

        var english = sandbox.page(id, "de, en-GB;q=0.8, zh;q=0.5").body();
        var chinese = sandbox.page(id, "zh-CN,zh;q=0.9,en;q=0.8").body();

        assertTrue(english.contains("<html lang=\"en-US\">") && english.contains("Pay late"), english);
        assertTrue(english.contains("12.50"), english);
        assertTrue(chinese.contains("<html lang=\"zh-CN\">") && chinese.contains("延迟支付"), chinese);
        assertTrue(chinese.contains("¥12.50"), chinese);
        assertTrue(english.contains("&lt;b&gt;100 coins&lt;/b&gt; &amp; more"), english);
        assertFalse(english.contains("<b>"), english);
    }

    @ParameterizedTest
    @CsvSource({"'en;q=7'", "'***'", "'fr'", "''"})
    void otherAndMalformedLanguagesGetEnglish(String language) throws Exception {
        assertTrue(sandbox.page(opened(), language).body().contains("<html lang=\"en-US\">"));
    }

    @ParameterizedTest
    @CsvSource({"pay, Paid", "refuse, Refused", "pay-late, Paid", "pay-with-duplicates, Paid"})
    void theBuyerGoesBackWithTheReferenceAlone(String choice, String shown) throws Exception {
        var id = opened();

        var answer = sandbox.choose(id, choice);

        assertEquals(303, answer.statusCode());
        assertEquals(
                "http://127.0.0.1:8080/wallet?tab=coins&top-up=top-up%2F7",
                answer.headers().firstValue("location").orElse(""));
        assertTrue(sandbox.page(id, "en").body().contains(shown));
    }

    @Test
    void aSecondDecisionChangesNothing() throws Exception {
        var id = opened();

        sandbox.choose(id, "pay");
        merchant.hasHeard(1);
        assertEquals(303, sandbox.choose(id, "refuse").statusCode());

        assertTrue(sandbox.page(id, "en").body().contains("Paid"));
        assertEquals(1, merchant.heard.size());
    }

    @Test
    void anExpiredSessionCannotBePaid() throws Exception {
        sandbox.close();
        sandbox = new ASandbox(folder, ASandbox.settings(Duration.ofMillis(1), 100));
        var id = opened();
        merchant.hasHeard(1);

        var answer = sandbox.choose(id, "pay");

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("This payment has expired"), answer.body());
        assertEquals("payment.expired", merchant.heard.getFirst().type());
    }

    @Test
    void whatIsNoChoiceOrNoSessionIsRefused() throws Exception {
        assertEquals(400, sandbox.choose(opened(), "steal").statusCode());
        assertEquals(404, sandbox.choose("pay_unknown", "pay").statusCode());
        assertEquals(404, sandbox.page("pay_unknown", "en").statusCode());
    }

    @Test
    void theFormMayLeadBackToTheMerchantAndNowhereElse() throws Exception {
        var policy = sandbox.page(opened(), "en")
                .headers()
                .firstValue("content-security-policy")
                .orElse("");

        assertTrue(policy.endsWith("form-action 'self' http://127.0.0.1:8080"), policy);
    }
}
