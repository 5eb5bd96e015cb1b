package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.FreePorts;
import dev.vitrine.local.identity.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

class OnlyWhoMaySendsToAQueueTest {
    private static final String JSON = "application/x-amz-json-1.0";
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final Credentials OWNER = new Credentials("owner", "secret of the owner");
    private static final Credentials ROOMS = new Credentials("function-rooms", "secret of rooms");
    private static final Map<String, QueueAccess.Grant> GRANTS = Map.of(
            ROOMS.accessKey(),
            new QueueAccess.Grant(ROOMS.secretKey(), Set.of("rooms-events", "chat-events")),
            "function-quiet",
            new QueueAccess.Grant("secret of quiet", Set.of()));

    @TempDir
    static Path folder;

    private static SqsStore store;
    private static SqsClient owner;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        store = new SqsStore(folder, FreePorts.row(), OWNER, key -> Optional.ofNullable(GRANTS.get(key)));
        store.start();
        owner = store.client();
        for (var queue : List.of("rooms-events", "chat-events", "ledger-events")) {
            store.createQueue(queue, 30, 5);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        owner.close();
        store.stop();
    }

    private static SqsClient as(Credentials who) {
        return SqsClient.builder()
                .endpointOverride(store.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(who.accessKey(), who.secretKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static void send(Credentials who, String queue) {
        try (var client = as(who)) {
            client.sendMessage(
                    message -> message.queueUrl(store.queueUrl(queue)).messageBody("told"));
        }
    }

    private static void refused(String code, Runnable call) {
        var refusal = assertThrows(SqsException.class, call::run);
        assertEquals(403, refusal.statusCode());
        assertEquals(code, refusal.awsErrorDetails().errorCode());
    }

    private static int held(String queue) {
        return owner.receiveMessage(ask -> ask.queueUrl(store.queueUrl(queue))
                        .maxNumberOfMessages(10)
                        .visibilityTimeout(0))
                .messages()
                .size();
    }

    /// A request as somebody else than an AWS client makes it.
    private static HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(URI.create(store.endpoint() + path))
                .timeout(Duration.ofSeconds(20))
                .header("content-type", type);
    }

    private static HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static String form(String action, String queue) {
        return "Action=" + action + "&MessageBody=told&QueueUrl=" + store.queueUrl(queue);
    }

    private static String json(String queue) {
        return "{\"QueueUrl\":\"" + store.queueUrl(queue) + "\",\"MessageBody\":\"told\"}";
    }

    /// Signed by the AWS SDK's own signer, then sent; `more` is added after the signature.
    private static HttpResponse<String> signed(
            Credentials who, Instant at, String path, String type, String body, Map<String, String> more)
            throws IOException, InterruptedException {
        var unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create(store.endpoint() + path))
                .putHeader("content-type", type);
        if (type.equals(JSON)) {
            unsigned.putHeader("x-amz-target", "AmazonSQS.SendMessage");
        }
        var request = AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(AwsCredentialsIdentity.create(who.accessKey(), who.secretKey()))
                        .request(unsigned.build())
                        .payload(() -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sqs")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)))
                .request();
        var builder =
                HttpRequest.newBuilder(URI.create(store.endpoint() + path)).POST(BodyPublishers.ofString(body));
        request.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        more.forEach(builder::setHeader);
        return answer(builder.build());
    }

    private static HttpResponse<String> signed(Credentials who, String type, String body) throws Exception {
        return signed(who, Instant.now(), "/", type, body, Map.of());
    }

    @Test
    void aFunctionSendsWhereItPublishes() {
        var before = held("rooms-events");

        send(ROOMS, "rooms-events");

        assertEquals(before + 1, held("rooms-events"));
    }

    @Test
    void aFunctionMayNotSendToAQueueThatItDoesNotPublishTo() {
        refused("AccessDenied", () -> send(ROOMS, "ledger-events"));
        refused("AccessDenied", () -> send(new Credentials("function-quiet", "secret of quiet"), "rooms-events"));
        try (var client = as(ROOMS)) {
            refused(
                    "AccessDenied",
                    () -> client.sendMessageBatch(batch -> batch.queueUrl(store.queueUrl("ledger-events"))
                            .entries(entry -> entry.id("1").messageBody("told"))));
        }
        assertEquals(0, held("ledger-events"));
    }

    @Test
    void aFunctionReceivesDeletesMakesAndListsNothing() {
        var url = store.queueUrl("rooms-events");
        try (var client = as(ROOMS)) {
            refused("AccessDenied", () -> client.receiveMessage(ask -> ask.queueUrl(url)));
            refused(
                    "AccessDenied",
                    () -> client.deleteMessage(ask -> ask.queueUrl(url).receiptHandle("1#2")));
            refused("AccessDenied", () -> client.purgeQueue(ask -> ask.queueUrl(url)));
            refused("AccessDenied", () -> client.deleteQueue(ask -> ask.queueUrl(url)));
            refused("AccessDenied", () -> client.createQueue(ask -> ask.queueName("mine")));
            refused("AccessDenied", client::listQueues);
        }
    }

    @Test
    void aGuessedSecretAndAnUnknownKeyAreRefused() {
        refused("SignatureDoesNotMatch", () -> send(new Credentials(OWNER.accessKey(), "guessed"), "rooms-events"));
        refused("SignatureDoesNotMatch", () -> send(new Credentials("nobody", ROOMS.secretKey()), "rooms-events"));
        refused("SignatureDoesNotMatch", () -> send(new Credentials("local", "local"), "rooms-events"));
    }

    @Test
    void anAnonymousRequestIsRefusedInTheProtocolThatItSpeaks() throws Exception {
        var byJson = answer(request("/", JSON)
                .header("x-amz-target", "AmazonSQS.SendMessage")
                .POST(BodyPublishers.ofString(json("ledger-events")))
                .build());
        assertEquals(403, byJson.statusCode());
        assertEquals(JSON, byJson.headers().firstValue("content-type").orElse(""));
        assertTrue(
                new JsonMapper()
                        .readTree(byJson.body())
                        .path("__type")
                        .asText()
                        .endsWith("#MissingAuthenticationToken"),
                byJson.body());
        assertEquals(
                "MissingAuthenticationToken;Sender",
                byJson.headers().firstValue("x-amzn-query-error").orElse(""));

        var byForm = answer(request("/", FORM)
                .POST(BodyPublishers.ofString(form("SendMessage", "ledger-events")))
                .build());
        assertEquals(403, byForm.statusCode());
        assertTrue(byForm.body().contains("<Code>MissingAuthenticationToken</Code>"), byForm.body());

        var byAddress =
                answer(HttpRequest.newBuilder(URI.create(store.queueUrl("ledger-events") + "?Action=PurgeQueue"))
                        .build());
        assertEquals(403, byAddress.statusCode());
        assertEquals(0, held("ledger-events"));
    }

    @Test
    void aForeignPagesFormPostIsRefused() throws Exception {
        for (var type : List.of("application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x")) {
            var refused = answer(request("/000000000000/ledger-events", type)
                    .header("origin", "https://evil.example")
                    .header("sec-fetch-site", "cross-site")
                    .POST(BodyPublishers.ofString(form("SendMessage", "ledger-events")))
                    .build());
            assertEquals(403, refused.statusCode(), type);
            assertTrue(refused.body().contains("<Code>AccessDenied</Code>"), refused.body());
        }
        assertEquals(0, held("ledger-events"));
    }

    @Test
    void aSignedRequestOfAForeignPageIsRefused() throws Exception {
        for (var foreign : List.of(
                Map.of("origin", "https://evil.example"),
                Map.of("origin", "null"),
                Map.of("sec-fetch-site", "cross-site"),
                Map.of("sec-fetch-site", "same-site"))) {
            var refused = signed(OWNER, Instant.now(), "/", JSON, json("ledger-events"), foreign);
            assertEquals(403, refused.statusCode(), foreign.toString());
        }
        assertEquals(0, held("ledger-events"));
    }

    @Test
    void aSignatureOfMoreThanFiveMinutesAgoOrAheadHasExpired() throws Exception {
        var before = held("chat-events");
        for (var minutes : List.of(-6, 6)) {
            var refused =
                    signed(OWNER, Instant.now().plusSeconds(60L * minutes), "/", JSON, json("chat-events"), Map.of());
            assertEquals(403, refused.statusCode(), minutes + " min");
            assertTrue(refused.body().contains("SignatureDoesNotMatch"), refused.body());
        }
        assertEquals(
                200,
                signed(OWNER, Instant.now().minusSeconds(240), "/", JSON, json("chat-events"), Map.of())
                        .statusCode());
        assertEquals(before + 1, held("chat-events"));
    }

    @Test
    void aSignatureHoldsForItsBodyItsQueueAndItsActionAlone() throws Exception {
        var body = json("rooms-events");
        assertEquals(
                403,
                signed(ROOMS, Instant.now(), "/", JSON, body, Map.of("x-amz-target", "AmazonSQS.PurgeQueue"))
                        .statusCode());
        assertEquals(
                403,
                signed(ROOMS, Instant.now(), "/", JSON, body, Map.of("content-type", FORM))
                        .statusCode());
        assertEquals(
                403,
                signed(ROOMS, Instant.now(), "/?Action=PurgeQueue", FORM, form("SendMessage", "rooms-events"), Map.of())
                        .statusCode());
    }

    @Test
    void theQueryProtocolIsHeldToTheSameRules() throws Exception {
        var before = held("chat-events");
        for (var type : List.of(FORM, "application/x-www-form-urlencoded")) {
            assertEquals(
                    200, signed(ROOMS, type, form("SendMessage", "chat-events")).statusCode(), type);
        }
        assertEquals(before + 2, held("chat-events"));
        var refused = signed(ROOMS, FORM, form("SendMessage", "ledger-events"));
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("<Code>AccessDenied</Code>"), refused.body());
        assertEquals(403, signed(ROOMS, FORM, form("PurgeQueue", "chat-events")).statusCode());
    }

    @Test
    void whatCouldBeReadInTwoWaysIsRefused() throws Exception {
        var granted = store.queueUrl("rooms-events");
        var other = store.queueUrl("ledger-events");
        for (var body : List.of(
                "{\"QueueUrl\":\"" + granted + "\",\"QueueUrl\":\"" + other + "\",\"MessageBody\":\"x\"}",
                "{\"QueueUrl\":\"" + other + "\",\"QueueUrl\":\"" + granted + "\",\"MessageBody\":\"x\"}",
                "{\"QueueUrl\":\"" + granted + "\"} {\"QueueUrl\":\"" + other + "\"}",
                "{\"QueueUrl\":[\"" + granted + "\"],\"MessageBody\":\"x\"}",
                "{\"QueueUrl\":\"" + granted + "/../ledger-events\",\"MessageBody\":\"x\"}",
                "{\"QueueUrl\":\"http://elsewhere/000000000000/rooms-events\",\"MessageBody\":\"x\"}",
                "{\"MessageBody\":\"x\"}",
                "not json")) {
            assertEquals(403, signed(ROOMS, JSON, body).statusCode(), body);
        }
        var twice = form("SendMessage", "rooms-events");
        for (var body : List.of(
                twice + "&QueueUrl=" + other,
                twice + "&QueueName=ledger-events",
                twice + "&Action=PurgeQueue",
                "QueueUrl=" + other + "&" + twice)) {
            assertEquals(403, signed(ROOMS, FORM, body).statusCode(), body);
        }
        assertEquals(
                403,
                signed(ROOMS, Instant.now(), "/000000000000/ledger-events", FORM, twice, Map.of())
                        .statusCode());
        assertEquals(0, held("ledger-events"));
    }

    @Test
    void aBodyThatSqsWouldNotTakeIsNotReadToItsEnd() throws Exception {
        var large = "{\"MessageBody\":\"" + "x".repeat(SqsDoor.MAX_REQUEST_BYTES) + "\"}";

        var refused = signed(OWNER, JSON, large);

        assertEquals(413, refused.statusCode());
        assertTrue(refused.body().contains("RequestEntityTooLarge"), refused.body());
    }

    @Test
    void theLargestMessageThatSqsTakesIsTaken() {
        var largest = "x".repeat(256 * 1024);
        owner.sendMessage(
                message -> message.queueUrl(store.queueUrl("chat-events")).messageBody(largest));
    }
}
