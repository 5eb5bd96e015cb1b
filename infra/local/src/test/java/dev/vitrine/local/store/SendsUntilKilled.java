package dev.vitrine.local.store;

import java.nio.file.Path;

/// One start of the queues: looks at what is there until it is given up, sends a message, says so, and waits
/// for the kill.
final class SendsUntilKilled {
    static final String QUEUE = "numbers";
    static final String GIVE_UP = "nobody can take it";
    private static final int LOOKS = 4;

    private SendsUntilKilled() {}

    @SuppressWarnings("try") // a stop may be interrupted
    public static void main(String[] arguments) throws Exception {
        var stores = new StoresOnThisMachine(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        stores.start(stores.sqs);
        stores.sqs.createQueue(QUEUE, 0, 1);
        var queue = stores.sqs.queueUrl(QUEUE);
        try (var client = stores.sqs.client()) {
            client.sendMessage(r -> r.queueUrl(queue).messageBody(GIVE_UP));
            for (int look = 0; look < LOOKS; look++) {
                client.receiveMessage(r -> r.queueUrl(queue)
                        .maxNumberOfMessages(10)
                        .visibilityTimeout(0)
                        .waitTimeSeconds(1));
            }
            client.sendMessage(r -> r.queueUrl(queue).messageBody(arguments[2]));
            System.out.println("acknowledged");
            Thread.currentThread().join();
        }
    }
}
