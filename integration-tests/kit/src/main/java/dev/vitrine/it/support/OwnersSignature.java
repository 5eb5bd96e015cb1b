package dev.vitrine.it.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs requests to a local cloud's queues as its owner does, who may do everything: AWS Signature
/// Version 4 of a post to `/`. A client of the AWS SDK is larger than what it would be asked for
/// here.
final class OwnersSignature {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SCOPE = "/us-east-1/sqs/aws4_request";
    private static final String SIGNED = "host;x-amz-date;x-amz-target";
    private static final String HMAC = "HmacSHA256";
    private static final int DAY_LETTERS = 8;

    private final String accessKey;
    private final String secretKey;

    private OwnersSignature(String accessKey, String secretKey) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    /// @param data the data folder of the local cloud
    static OwnersSignature of(Path data) {
        try {
            var secrets =
                    new ObjectMapper().readTree(data.resolve("secrets.json").toFile());
            return new OwnersSignature(
                    secrets.path("s3AccessKey").asText(),
                    secrets.path("s3SecretKey").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param endpoint ends with `/`
    HttpRequest.Builder post(URI endpoint, String target, String body) {
        var time = TIME.format(Instant.now());
        var canonical = String.join(
                "\n",
                "POST",
                "/",
                "",
                "host:" + endpoint.getAuthority(),
                "x-amz-date:" + time,
                "x-amz-target:" + target,
                "",
                SIGNED,
                hash(body));
        var day = time.substring(0, DAY_LETTERS);
        var toSign = String.join("\n", "AWS4-HMAC-SHA256", time, day + SCOPE, hash(canonical));
        var key = bytes("AWS4" + secretKey);
        for (var part : (day + SCOPE).split("/")) {
            key = mac(key, part);
        }
        return HttpRequest.newBuilder(endpoint)
                .header("x-amz-date", time)
                .header("x-amz-target", target)
                .header(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=" + accessKey + "/" + day + SCOPE + ", SignedHeaders=" + SIGNED
                                + ", Signature=" + HexFormat.of().formatHex(mac(key, toSign)))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
