package dev.vitrine.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.live.PublishAuthorizer;
import dev.vitrine.local.runtime.InvocationResult;
import dev.vitrine.local.runtime.Invoker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Asks the rooms capability whether a stream key may push, by a direct invocation of its function.
final class KeyCheck implements PublishAuthorizer {
    /// An encoder waits for it, and gives up soon.
    static final String FUNCTION = "rooms-authorize-publish";

    private static final JsonMapper JSON = new JsonMapper();

    private final Invoker invoker;

    KeyCheck(Invoker invoker) {
        this.invoker = invoker;
    }

    @Override
    public Decision authorize(String streamKeyHash) {
        var question =
                JSON.createObjectNode().put("streamKeyHash", streamKeyHash).toString();
        return switch (invoker.invoke(FUNCTION, question.getBytes(StandardCharsets.UTF_8))) {
            case InvocationResult.Answered answered -> read(answered.payload());
            case InvocationResult.Failed failed ->
                throw new IllegalStateException(FUNCTION + " failed: " + failed.errorType());
            case InvocationResult.Throttled _ -> throw new IllegalStateException(FUNCTION + " is busy");
        };
    }

    private static Decision read(byte[] answer) {
        try {
            var json = JSON.readTree(answer);
            return switch (json.path("decision").asText()) {
                case "ACCEPTED" -> new Accepted(json.path("channel").asText());
                case "REFUSED" -> new Refused(json.path("reason").asText());
                default -> throw new IllegalStateException(FUNCTION + " answered neither ACCEPTED nor REFUSED");
            };
        } catch (IOException e) {
            throw new UncheckedIOException(FUNCTION + " answered what is not JSON", e);
        }
    }
}
