package dev.vitrine.ledger.topups.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.ledger.entity.MoneyRefusal;
import dev.vitrine.ledger.topups.control.Payments;
import dev.vitrine.ledger.topups.control.PaymentsUnavailable;
import dev.vitrine.ledger.topups.entity.CallbackSignature;
import dev.vitrine.ledger.topups.entity.PaymentNotice;
import dev.vitrine.ledger.topups.entity.TopUp;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.Utf8;
import dev.vitrine.platform.PublicAddress;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// The payment provider of the local cloud.
///
/// `POST <url>/sessions` opens a page to pay on; what happened there comes to
/// `/v1/payments/callbacks/sandbox`. Over the JDK's own connection, each request on a worker thread: there is
/// one a top-up.
@ApplicationScoped
class SandboxPayments implements Payments {
    private static final int CREATED = 201;
    private static final int MOST_ANSWER_BYTES = 64 * 1024;
    private static final int LONGEST_EVENT_ID = 100;
    private static final int LONGEST_SESSION_ID = 255;

    private final SandboxConfig config;
    private final PublicAddress address;

    SandboxPayments(SandboxConfig config, PublicAddress address) {
        this.config = config;
        this.address = address;
    }

    @Override
    public String provider() {
        return "sandbox";
    }

    @Override
    public Uni<Session> open(TopUp topUp) {
        return Uni.createFrom().item(() -> post(topUp)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Session post(TopUp topUp) {
        var url = URI.create(SandboxConfig.required("url", "URL", config.url()) + "/sessions");
        var secret = SandboxConfig.required("secret", "SECRET", config.secret());
        try {
            var connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout((int) config.patience().toMillis());
            connection.setReadTimeout((int) config.patience().toMillis());
            connection.setRequestMethod("POST");
            connection.setInstanceFollowRedirects(false);
            connection.setDoOutput(true);
            connection.setRequestProperty("Authorization", "Bearer " + secret);
            connection.setRequestProperty("Content-Type", "application/json");
            try (var body = connection.getOutputStream()) {
                body.write(Json.write(request(topUp)).getBytes(StandardCharsets.UTF_8));
            }
            if (connection.getResponseCode() != CREATED) {
                throw new PaymentsUnavailable(
                        "the payment sandbox answered " + connection.getResponseCode() + " for " + topUp.id(), null);
            }
            try (var answer = connection.getInputStream()) {
                var said = Utf8.decode(answer.readNBytes(MOST_ANSWER_BYTES));
                return session(Json.read(said.orElseThrow(() -> new InvalidValue("body", "must be text in UTF-8"))));
            }
        } catch (IOException | IllegalArgumentException | InvalidValue failed) {
            throw new PaymentsUnavailable("the payment sandbox opened no session for " + topUp.id(), failed);
        }
    }

    private JsonNode request(TopUp topUp) {
        return Json.object()
                .put("reference", topUp.id().toString())
                .put("amount", topUp.amount().minor())
                .put("currency", topUp.amount().currency().name())
                .put("description", topUp.coins() + " coins")
                .put("returnUrl", address.at("/wallet").toString())
                .put(
                        "notifyUrl",
                        address.at("/v1/payments/callbacks/" + provider()).toString())
                .put("idempotencyKey", topUp.id().toString());
    }

    private static Session session(JsonNode answer) {
        return new Session(text(answer, "id", LONGEST_SESSION_ID), URI.create(text(answer, "payUrl", 2_000)));
    }

    @Override
    public PaymentNotice read(Map<String, String> headers, String body, Instant now) {
        var signature = headers.get("sandbox-signature");
        if (signature == null) {
            throw new MoneyRefusal.NotGenuine("The header Sandbox-Signature is missing.");
        }
        new CallbackSignature(config.secrets()).check(signature, body, now);
        var callback = Json.read(body);
        return new PaymentNotice(
                text(callback, "id", LONGEST_EVENT_ID),
                type(text(callback, "type", LONGEST_EVENT_ID)),
                topUp(text(callback, "reference", LONGEST_EVENT_ID)),
                text(callback, "session", LONGEST_SESSION_ID),
                amount(callback.path("amount")),
                text(callback, "currency", LONGEST_EVENT_ID));
    }

    private static PaymentNotice.Type type(String type) {
        return switch (type) {
            case "payment.succeeded" -> PaymentNotice.Type.SUCCEEDED;
            case "payment.refused" -> PaymentNotice.Type.REFUSED;
            case "payment.expired" -> PaymentNotice.Type.EXPIRED;
            default -> throw new InvalidValue("type", "must be payment.succeeded, payment.refused or payment.expired");
        };
    }

    private static UUID topUp(String reference) {
        try {
            return UUID.fromString(reference);
        } catch (IllegalArgumentException foreign) {
            throw new InvalidValue("reference", "must be the id of a top-up", foreign);
        }
    }

    private static long amount(JsonNode amount) {
        if (!amount.isIntegralNumber() || !amount.canConvertToLong()) {
            throw new InvalidValue("amount", "must be a whole number of minor units");
        }
        return amount.longValue();
    }

    private static String text(JsonNode json, String field, int longest) {
        var text = json.path(field).textValue();
        if (text == null || text.isEmpty() || text.length() > longest) {
            throw new InvalidValue(field, "must be 1 to " + longest + " characters");
        }
        return text;
    }
}
