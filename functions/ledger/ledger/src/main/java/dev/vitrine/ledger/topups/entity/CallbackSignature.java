package dev.vitrine.ledger.topups.entity;

import dev.vitrine.ledger.entity.MoneyRefusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Checks `t=<unix seconds>,v1=<hex HMAC-SHA256(secret, t.body)>`, which is how Stripe signs ("Verify webhook
/// signatures manually").
///
/// Several secrets are good at once, so that one can be exchanged. Takes as long for a wrong signature as for
/// a right one.
public final class CallbackSignature {
    public static final Duration SKEW = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final List<SecretKeySpec> keys;

    public CallbackSignature(List<String> secrets) {
        keys = secrets.stream()
                .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
    }

    /// @throws MoneyRefusal.NotGenuine when nobody who knows a secret signed this body at about this time
    public void check(String header, String body, Instant now) {
        var parts = FORM.matcher(header);
        if (!parts.matches()) {
            throw new MoneyRefusal.NotGenuine("The signature must look like t=<unix seconds>,v1=<64 hex digits>.");
        }
        var signed = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        var given = HexFormat.of().parseHex(parts.group(2));
        var right = false;
        for (var key : keys) {
            right |= MessageDigest.isEqual(given, hmac(key, parts.group(1) + '.' + body));
        }
        if (!right) {
            throw new MoneyRefusal.NotGenuine("The signature is not of this body.");
        }
        if (Duration.between(signed, now).abs().compareTo(SKEW) > 0) {
            throw new MoneyRefusal.NotGenuine("The signature is more than " + SKEW.toMinutes() + " minutes off.");
        }
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
