package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.local.ChildJvm;
import dev.vitrine.local.Eventually;
import dev.vitrine.local.FreePorts;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A message that moved to its dead-letter queue stays in ElasticMQ's file under both names. After the next
/// start it moves again, and what is acknowledged from then on is in the file all the same.
class AGivenUpMessageLeavesQueuesDurableTest {

    @TempDir
    Path folder;

    @Test
    @SuppressWarnings("try") // a stop may be interrupted
    void whatIsAcknowledgedAfterItSurvivesEveryKill() throws Exception {
        int base = FreePorts.row();
        for (var body : List.of("first", "second", "third")) {
            sendAndKill(base, body);
        }
        var stores = new StoresOnThisMachine(folder.resolve("data"), base);
        try (var _ = stores.start(stores.sqs);
                var client = stores.sqs.client()) {
            var found = new HashSet<String>();
            Eventually.holds("every message", () -> {
                for (var queue : List.of(SendsUntilKilled.QUEUE, Queues.deadLetter(SendsUntilKilled.QUEUE))) {
                    client
                            .receiveMessage(
                                    r -> r.queueUrl(stores.sqs.queueUrl(queue)).maxNumberOfMessages(10))
                            .messages()
                            .stream()
                            .map(message -> message.body())
                            .forEach(found::add);
                }
                return found.containsAll(List.of("first", "second", "third"));
            });
        }
    }

    private void sendAndKill(int base, String body) throws Exception {
        var cloud =
                ChildJvm.start(SendsUntilKilled.class, folder.resolve("data").toString(), Integer.toString(base), body);
        assertEquals("acknowledged", ChildJvm.line(cloud.inputReader()));
        cloud.destroyForcibly().waitFor();
    }
}
