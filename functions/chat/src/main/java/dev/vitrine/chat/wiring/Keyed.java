package dev.vitrine.chat.wiring;

import dev.vitrine.chat.entity.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Derives the keys of chat from the house's sealing key, so that a deployment has one secret fewer.
@ApplicationScoped
class Keyed {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PSEUDONYMS = "chat pseudonyms";

    @Produces
    @Dependent
    Pseudonyms pseudonyms(@ConfigProperty(name = "vitrine.sealing.key") Optional<String> sealingKey) {
        return new Pseudonyms(derive(
                sealingKey.orElseThrow(
                        () -> new IllegalStateException("vitrine.sealing.key (VITRINE_SEALING_KEY) is not set")),
                PSEUDONYMS));
    }

    static byte[] derive(String sealingKey, String purpose) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(sealingKey), ALGORITHM));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
