package dev.vitrine.local.source;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.runtime.FunctionArn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A notification as S3 writes it (S3 user guide, "Event message structure", version 2.1).
final class S3Event {
    private static final JsonMapper JSON = new JsonMapper();

    private S3Event() {}

    static String created(String bucket, String key, long size, String eTag, Instant at) {
        var event = JSON.createObjectNode();
        var record = event.putArray("Records")
                .addObject()
                .put("eventVersion", "2.1")
                .put("eventSource", "aws:s3")
                .put("awsRegion", FunctionArn.REGION)
                .put("eventTime", at.toString())
                .put("eventName", "ObjectCreated:Put");
        record.putObject("userIdentity").put("principalId", "local");
        record.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        record.putObject("responseElements")
                .put("x-amz-request-id", UUID.randomUUID().toString())
                .put("x-amz-id-2", "local");
        var s3 = record.putObject("s3").put("s3SchemaVersion", "1.0").put("configurationId", "local");
        s3.putObject("bucket")
                .put("name", bucket)
                .put("arn", "arn:aws:s3:::" + bucket)
                .putObject("ownerIdentity")
                .put("principalId", "local");
        s3.putObject("object")
                .put("key", encoded(key))
                .put("size", size)
                .put("eTag", eTag)
                .put("sequencer", sequencer(at));
        return event.toString();
    }

    /// As S3 encodes keys: like a form, but slashes stay.
    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
    }

    /// Later events of one key compare greater.
    private static String sequencer(Instant at) {
        return String.format(Locale.ROOT, "%010X%08X", at.getEpochSecond(), at.getNano());
    }
}
