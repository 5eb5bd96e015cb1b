package dev.vitrine.local.identity;

import dev.vitrine.local.runtime.FunctionArn;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Checks AWS Signature Version 4 in the Authorization header ("AWS Signature Version 4 for API
/// requests", IAM user guide): method, path, signed headers, the body itself and the time. Query
/// parameters are not signed: the services that are checked so have none.
public final class Signatures {
    /// AWS refuses requests that are older or newer by more.
    public static final Duration LEEWAY = Duration.ofMinutes(5);

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String TERMINATOR = "aws4_request";
    private static final String DATE_HEADER = "x-amz-date";
    /// Says what is asked for, in the services that have it.
    private static final String TARGET_HEADER = "x-amz-target";
    private static final String HMAC = "HmacSHA256";
    private static final Pattern AUTHORIZATION = Pattern.compile(ALGORITHM
            + " Credential=([^/,\\s]{1,128})/(\\d{8})/([a-z0-9-]{1,32})/([a-z0-9-]{1,32})/" + TERMINATOR
            + ",\\s*SignedHeaders=([a-z0-9;-]{1,1024}),\\s*Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final String UNRESERVED = "-._~/";

    /// Who signed, or why the request is refused.
    public sealed interface Verdict {
        record Signed(String accessKey) implements Verdict {}

        record Refused(String why) implements Verdict {}
    }

    /// The key of a day; making one costs four MACs.
    private record DayKey(String day, SecretKeySpec key) {}

    private final String service;
    private final Function<String, Optional<String>> secrets;
    private final Clock clock;
    private final Map<String, DayKey> cached = new ConcurrentHashMap<>();

    /// @param service that requests must be signed for, such as `sqs`
    /// @param secrets the secret key that belongs to an access key; empty if nobody has it
    public Signatures(String service, Function<String, Optional<String>> secrets, Clock clock) {
        this.service = service;
        this.secrets = secrets;
        this.clock = clock;
    }

    public Verdict check(SignedRequest request, byte[] body) {
        var header = request.header("authorization");
        if (header.isEmpty()) {
            return new Verdict.Refused("Missing Authentication Token");
        }
        var parts = AUTHORIZATION.matcher(header.getFirst());
        if (!parts.matches()) {
            return new Verdict.Refused("The Authorization header is no signature of version 4");
        }
        var day = parts.group(2);
        var signedHeaders = List.of(parts.group(5).split(";"));
        var time = request.header(DATE_HEADER).stream().findFirst().orElse("");
        if (!signedHeaders.contains("host") || !signedHeaders.contains(DATE_HEADER)) {
            return new Verdict.Refused("host and " + DATE_HEADER + " must be signed");
        }
        if (!request.header(TARGET_HEADER).isEmpty() && !signedHeaders.contains(TARGET_HEADER)) {
            return new Verdict.Refused(TARGET_HEADER + " must be signed");
        }
        if (!fresh(time) || !time.startsWith(day)) {
            return new Verdict.Refused("Signature expired or not yet current");
        }
        if (!parts.group(3).equals(FunctionArn.REGION) || !parts.group(4).equals(service)) {
            return new Verdict.Refused("Credential should be scoped to " + FunctionArn.REGION + "/" + service);
        }
        var scope = day + "/" + FunctionArn.REGION + "/" + service + "/" + TERMINATOR;
        var canonical = canonical(request, signedHeaders, body);
        var toSign = ALGORITHM + "\n" + time + "\n" + scope + "\n" + hex(sha256(bytes(canonical)));
        // an unknown key is compared like a known one, and in constant time
        var secret = secrets.apply(parts.group(1));
        var expected = mac(dayKey(parts.group(1), secret, day), toSign);
        var right = MessageDigest.isEqual(expected, HexFormat.of().parseHex(parts.group(6)));
        return right && secret.isPresent()
                ? new Verdict.Signed(parts.group(1))
                : new Verdict.Refused("The request signature we calculated does not match the signature you provided");
    }

    private boolean fresh(String time) {
        try {
            var age = Duration.between(TIME.parse(time, Instant::from), clock.instant());
            return age.abs().compareTo(LEEWAY) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String canonical(SignedRequest request, List<String> signedHeaders, byte[] body) {
        var headers = signedHeaders.stream()
                .map(name -> name + ":" + value(request, name) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                encodedAgain(request.rawPath()),
                "",
                headers,
                String.join(";", signedHeaders),
                hex(sha256(body)));
    }

    private static String value(SignedRequest request, String name) {
        return request.header(name).stream()
                .map(value -> SPACES.matcher(value.trim()).replaceAll(" "))
                .collect(Collectors.joining(","));
    }

    /// Every service but S3 signs the path with its escapes escaped.
    private static String encodedAgain(String rawPath) {
        var encoded = new StringBuilder();
        for (var b : bytes(rawPath)) {
            var c = (char) Byte.toUnsignedInt(b);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNRESERVED.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    private SecretKeySpec dayKey(String accessKey, Optional<String> secret, String day) {
        var known = cached.get(accessKey);
        if (known != null && known.day().equals(day)) {
            return known.key();
        }
        var ofDay = mac(new SecretKeySpec(bytes("AWS4" + secret.orElse("")), HMAC), day);
        var ofRegion = mac(new SecretKeySpec(ofDay, HMAC), FunctionArn.REGION);
        var ofService = mac(new SecretKeySpec(ofRegion, HMAC), service);
        var key = new SecretKeySpec(mac(new SecretKeySpec(ofService, HMAC), TERMINATOR), HMAC);
        if (secret.isPresent()) {
            cached.put(accessKey, new DayKey(day, key));
        }
        return key;
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
