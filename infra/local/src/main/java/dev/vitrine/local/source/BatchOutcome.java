package dev.vitrine.local.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.catalog.QueueSpec;
import dev.vitrine.local.runtime.InvocationResult;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;

/// Which messages of a batch are done and which come back, by Lambda's rules for `batchItemFailures`: nothing or an
/// empty list means that all are done; a missing, empty or unknown identifier means that none is; otherwise the
/// named ones come back.
record BatchOutcome(List<Message> done, List<Message> failed) {
    private static final JsonMapper JSON = new JsonMapper();

    static BatchOutcome of(QueueSpec queue, List<Message> batch, InvocationResult result) {
        return switch (result) {
            case InvocationResult.Failed _ -> new BatchOutcome(List.of(), batch);
            case InvocationResult.Throttled _ -> new BatchOutcome(List.of(), batch);
            case InvocationResult.Answered _ when queue.raw() -> new BatchOutcome(batch, List.of());
            case InvocationResult.Answered answer -> answered(batch, answer.payload());
        };
    }

    private static BatchOutcome answered(List<Message> batch, byte[] payload) {
        JsonNode failures;
        try {
            failures = JSON.readTree(payload).path("batchItemFailures");
        } catch (IOException notJson) {
            return new BatchOutcome(List.of(), batch);
        }
        if (failures.isMissingNode() || failures.isNull()) {
            return new BatchOutcome(batch, List.of());
        }
        var known = new HashSet<String>();
        batch.forEach(message -> known.add(message.messageId()));
        var named = new HashSet<String>();
        failures.forEach(failure -> named.add(failure.path("itemIdentifier").asText("")));
        return !failures.isArray() || !known.containsAll(named)
                ? new BatchOutcome(List.of(), batch)
                : split(batch, named);
    }

    private static BatchOutcome split(List<Message> batch, Set<String> failed) {
        return new BatchOutcome(
                batch.stream().filter(m -> !failed.contains(m.messageId())).toList(),
                batch.stream().filter(m -> failed.contains(m.messageId())).toList());
    }
}
