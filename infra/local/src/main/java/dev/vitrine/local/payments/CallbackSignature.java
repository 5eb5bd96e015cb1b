package dev.vitrine.local.payments;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The header that proves a callback: `t=<unix seconds>,v1=<hex HMAC-SHA256(secret, t.body)>`, Stripe's scheme
/// ("Verify webhook signatures manually").
final class CallbackSignature {
    static final String HEADER = "Sandbox-Signature";
    private static final String ALGORITHM = "HmacSHA256";

    private CallbackSignature() {}

    static String of(String secret, Instant now, String body) {
        var seconds = now.getEpochSecond();
        return "t=" + seconds + ",v1=" + hmac(secret, seconds + "." + body);
    }

    private static String hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
