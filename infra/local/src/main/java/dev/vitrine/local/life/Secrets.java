package dev.vitrine.local.life;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.vitrine.local.identity.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What only this local cloud knows: made at random at the first start, kept in `secrets.json` (mode 0600)
/// of the data folder, the same at every later start. Never logged: `toString` tells nothing.
public final class Secrets {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String FILE = "secrets.json";
    private static final String SEALING_KEY = "sealing-key";
    private static final String DERIVATION = "HmacSHA256";
    private static final int SECRET_BYTES = 24;
    private static final int SEALING_KEY_BYTES = 32;
    private static final int RSA_BITS = 2048;

    private final Path file;
    private final Content content;
    private final RSAKey issuerKey;

    private Secrets(Path file, Content content) throws ParseException {
        this.file = file;
        this.content = content;
        this.issuerKey = RSAKey.parse(content.issuerKey());
    }

    /// Reads the secrets of a data folder, or makes them.
    public static Secrets of(Path dataFolder) {
        Path file = dataFolder.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return new Secrets(file, JSON.readValue(file.toFile(), Content.class));
            }
            Secrets made = new Secrets(file, Content.random());
            made.write();
            return made;
        } catch (IOException | ParseException | JOSEException e) {
            throw new StartRefused(
                    "secrets in " + file + " cannot be used; restore the file or start with --fresh: " + e, e);
        }
    }

    /// The password of PostgreSQL's superuser.
    public String postgresPassword() {
        return content.postgresPassword();
    }

    /// The password of a database role, made the first time it is asked for.
    public synchronized String rolePassword(String role) {
        if (!content.rolePasswords().containsKey(role)) {
            content.rolePasswords().put(role, random());
            try {
                write();
            } catch (IOException e) {
                throw new StartRefused("secrets cannot be written to " + file + ": " + e, e);
            }
        }
        return content.rolePasswords().get(role);
    }

    /// The password of Redis: derived, so that a data folder of a time without one keeps working.
    public String redisPassword() {
        return derived("redis");
    }

    /// What merchants show the payment sandbox, and what signs its callbacks: derived like the password of Redis.
    public String paymentsSandboxSecret() {
        return derived("payments sandbox");
    }

    /// What a function signs its requests to the cloud's APIs with: derived like the password of Redis.
    public String functionSecret(String function) {
        return derived("function " + function);
    }

    /// The bearer token that the control API takes for jobs alone: derived like the password of Redis.
    public String liveJobsToken() {
        return derived("live jobs");
    }

    /// What signs playback sessions: derived like the password of Redis.
    public String playbackSessionKey() {
        return derived("playback sessions");
    }

    /// A secret of the registry by its name, base64 of 32 bytes, the same at every start. [#SEALING_KEY] is from
    /// the time before they had names, and what it sealed stays readable; the others are derived.
    public String named(String name) {
        return name.equals(SEALING_KEY)
                ? content.sealingKey()
                : Base64.getEncoder().encodeToString(mac("secret " + name));
    }

    /// What opens every bucket and every queue.
    public Credentials owner() {
        return new Credentials(content.s3AccessKey(), content.s3SecretKey());
    }

    public String s3AccessKey() {
        return content.s3AccessKey();
    }

    public String s3SecretKey() {
        return content.s3SecretKey();
    }

    /// The bearer token of the live service's control API.
    public String liveControlToken() {
        return content.liveControlToken();
    }

    /// The private key of the local issuer, with its key id.
    public RSAKey issuerKey() {
        return issuerKey;
    }

    @Override
    public String toString() {
        return "Secrets in " + file;
    }

    private void write() throws IOException {
        PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
    }

    /// A secret of its own for a purpose, from the one that nobody but this local cloud knows.
    private String derived(String purpose) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(purpose));
    }

    private byte[] mac(String purpose) {
        try {
            Mac mac = Mac.getInstance(DERIVATION);
            mac.init(new SecretKeySpec(content.postgresPassword().getBytes(StandardCharsets.UTF_8), DERIVATION));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + DERIVATION, e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private record Content(
            String postgresPassword,
            TreeMap<String, String> rolePasswords,
            String s3AccessKey,
            String s3SecretKey,
            String liveControlToken,
            String sealingKey,
            Map<String, Object> issuerKey) {

        static Content random() throws JOSEException {
            byte[] sealing = new byte[SEALING_KEY_BYTES];
            RANDOM.nextBytes(sealing);
            return new Content(
                    Secrets.random(),
                    new TreeMap<>(),
                    "vitrine-" + Secrets.random().substring(0, 12),
                    Secrets.random(),
                    Secrets.random(),
                    Base64.getEncoder().encodeToString(sealing),
                    new RSAKeyGenerator(RSA_BITS)
                            .keyIDFromThumbprint(true)
                            .generate()
                            .toJSONObject());
        }

        @Override
        public String toString() {
            return "Content[secret]";
        }
    }
}
