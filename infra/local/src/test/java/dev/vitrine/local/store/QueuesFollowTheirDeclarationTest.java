package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.Eventually;
import dev.vitrine.local.FreePorts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueuesFollowTheirDeclarationTest {

    @TempDir
    Path folder;

    private StoresOnThisMachine stores;
    private SqsClient client;

    @BeforeEach
    void start() throws Exception {
        stores = new StoresOnThisMachine(folder, FreePorts.row());
        stores.start(stores.sqs);
        client = stores.sqs.client();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        stores.close();
    }

    @Test
    void aMessageThatKeepsFailingMovesToTheDeadLetterQueue() throws Exception {
        stores.sqs.createQueue("orders", 0, 2);
        String queue = stores.sqs.queueUrl("orders");
        client.sendMessage(r -> r.queueUrl(queue).messageBody("poison"));

        for (int i = 0; i < 2; i++) {
            assertEquals(List.of("poison"), receive(queue));
        }

        Eventually.holds(
                "moved",
                () -> receive(queue).isEmpty()
                        && receive(stores.sqs.queueUrl("orders-dlq")).equals(List.of("poison")));
    }

    @Test
    void aChangedDeclarationAppliesToAnExistingQueueAndKeepsItsMessages() {
        stores.sqs.createQueue("orders", 30, 5);
        String queue = stores.sqs.queueUrl("orders");
        client.sendMessage(r -> r.queueUrl(queue).messageBody("kept"));

        stores.sqs.createQueue("orders", 45, 7);

        var attributes = client.getQueueAttributes(r -> r.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
                .attributes();
        assertEquals("45", attributes.get(QueueAttributeName.VISIBILITY_TIMEOUT));
        assertTrue(
                attributes.get(QueueAttributeName.REDRIVE_POLICY).matches(".*\"maxReceiveCount\":\"?7.*"),
                attributes.toString());
        assertEquals(List.of("kept"), receive(queue));
    }

    @Test
    void aFifoQueueKeepsTheOrderOfItsGroup() {
        stores.sqs.createQueue("steps.fifo", 30, 5);
        String queue = stores.sqs.queueUrl("steps.fifo");
        for (String step : List.of("one", "two", "three")) {
            client.sendMessage(r -> r.queueUrl(queue).messageBody(step).messageGroupId("room"));
        }

        assertEquals(List.of("one", "two", "three"), receive(queue));
        assertTrue(client.listQueues().queueUrls().contains(stores.sqs.queueUrl("steps-dlq.fifo")));
    }

    private List<String> receive(String queue) {
        return client.receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10)).messages().stream()
                .map(Message::body)
                .toList();
    }
}
