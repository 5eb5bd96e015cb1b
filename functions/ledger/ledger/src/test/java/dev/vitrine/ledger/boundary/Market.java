package dev.vitrine.ledger.boundary;

import static dev.vitrine.ledger.Ledger.await;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.model.EventType;
import dev.vitrine.model.Ids;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.CloudEventJson;
import dev.vitrine.platform.json.Json;
import dev.vitrine.platform.test.UnsignedToken;
import dev.vitrine.rooms.event.RoomWentLive;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Asks as the gateway, tells as the queues, and signs as the payment provider.
@ApplicationScoped
class Market {
    static final String STREAMER = "sue";

    private final LedgerApi api;
    private final OnEvent onEvent;
    private final Ids ids = Ids.system();

    Market(LedgerApi api, OnEvent onEvent) {
        this.api = api;
        this.onEvent = onEvent;
    }

    record Answer(int status, Map<String, String> headers, String text) {
        JsonNode json() {
            return Json.read(text);
        }

        Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + " but was " + status + ": " + text);
            }
            return this;
        }

        /// Last word of the problem's type.
        String problem() {
            var type = json().path("type").textValue();
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }

    Answer ask(
            String subject,
            String role,
            String route,
            Map<String, String> path,
            Map<String, String> query,
            Map<String, String> headers,
            String body) {
        var context = RequestContext.builder().withRequestId("test");
        var sent = new HashMap<>(headers);
        if (subject != null) {
            context.withAuthorizer(RequestContext.Authorizer.builder()
                    .withJwt(RequestContext.Authorizer.JWT
                            .builder()
                            .withClaims(Map.of("sub", subject))
                            .build())
                    .build());
            sent.put("Authorization", new UnsignedToken(subject, "Name of " + subject, List.of(role)).bearer());
        }
        var answer = await(api.answer(APIGatewayV2HTTPEvent.builder()
                .withRouteKey(route)
                .withPathParameters(path)
                .withQueryStringParameters(query)
                .withHeaders(sent)
                .withRequestContext(context.build())
                .withBody(body)
                .build()));
        return new Answer(answer.getStatusCode(), answer.getHeaders(), answer.getBody());
    }

    Answer get(String subject, String role, String route) {
        return ask(subject, role, route, Map.of(), Map.of(), Map.of(), null);
    }

    Answer post(String subject, String role, String route, Map<String, String> path, String key, ObjectNode body) {
        return ask(subject, role, route, path, Map.of(), Map.of("Idempotency-Key", key), Json.write(body));
    }

    /// A room on air.
    String liveRoom() {
        var room = ids.next().toString();
        tell(room, RoomWentLive.TYPE, Instant.now().minusSeconds(60));
        return room;
    }

    void tell(String room, EventType type, Instant at) {
        tell(room, type, at, STREAMER, "BRAND");
    }

    void tell(String room, EventType type, Instant at, String streamer, String kind) {
        var data = Json.object()
                .put("roomId", room)
                .put("streamerId", streamer)
                .put("streamerName", "Sue")
                .put("title", "Show of " + room)
                .put("kind", kind)
                .put("startsAt", at.toString())
                .put("resumed", false)
                .put("peakViewers", 7);
        take(new CloudEvent(ids.next(), type, "/rooms", room, at, data));
    }

    void take(CloudEvent event) {
        take(CloudEventJson.write(event));
    }

    void take(String body) {
        var message = new SQSMessage();
        message.setMessageId(UUID.randomUUID().toString());
        message.setBody(body);
        await(onEvent.take(message));
    }

    Answer topUp(String subject, String key, String coinPackage) {
        return post(
                subject,
                "viewer",
                "POST /v1/wallet/top-ups",
                Map.of(),
                key,
                Json.object().put("package", coinPackage).put("method", "ALIPAY"));
    }

    /// What the provider would tell of it.
    ObjectNode payment(JsonNode topUp, String type) {
        return Json.object()
                .put("id", "event-" + UUID.randomUUID())
                .put("type", "payment." + type)
                .put("session", "session-" + topUp.path("id").textValue())
                .put("reference", topUp.path("id").textValue())
                .put("amount", topUp.at("/amount/minor").longValue())
                .put("currency", topUp.at("/amount/currency").textValue())
                .put("at", Instant.now().toString());
    }

    Answer callback(ObjectNode payment) {
        var body = Json.write(payment);
        return callback(body, signature(MarketStores.SECRET, Instant.now(), body));
    }

    Answer callback(String body, String signature) {
        return ask(
                null,
                null,
                "POST /v1/payments/callbacks/{provider}",
                Map.of("provider", "sandbox"),
                Map.of(),
                Map.of("Sandbox-Signature", signature),
                body);
    }

    static String signature(String secret, Instant at, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Somebody with this package's coins.
    String buyer(String coinPackage) {
        var subject = "buyer " + UUID.randomUUID();
        var topUp = topUp(subject, "first", coinPackage).expect(201).json();
        callback(payment(topUp, "succeeded")).expect(200);
        return subject;
    }

    long coins(String subject) {
        return get(subject, "viewer", "GET /v1/wallet")
                .expect(200)
                .json()
                .at("/balances/0/available")
                .longValue();
    }

    Answer give(String subject, String room, String key, String gift, int count) {
        return post(
                subject,
                "viewer",
                "POST /v1/rooms/{id}/gifts",
                Map.of("id", room),
                key,
                Json.object().put("gift", gift).put("count", count));
    }

    /// Gifts that the queue has heard of since, as it got them.
    List<String> heard() {
        return MarketStores.sqs
                .receiveMessage(request -> request.queueUrl(MarketStores.queue)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(1))
                .messages()
                .stream()
                .peek(message -> MarketStores.sqs.deleteMessage(
                        request -> request.queueUrl(MarketStores.queue).receiptHandle(message.receiptHandle())))
                .map(message -> message.body())
                .toList();
    }
}
