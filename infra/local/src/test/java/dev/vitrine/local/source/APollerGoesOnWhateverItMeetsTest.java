package dev.vitrine.local.source;

import dev.vitrine.local.catalog.QueueSpec;
import dev.vitrine.local.fixture.Eventually;
import dev.vitrine.local.runtime.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

class APollerGoesOnWhateverItMeetsTest {
    private static final QueueSpec QUEUE =
            new QueueSpec("work", "worker", 1, Duration.ZERO, Duration.ofSeconds(10), 3, 1, false);

    private final AtomicInteger polls = new AtomicInteger();

    /// Fails once as no SDK should.
    private final class Broken implements SqsClient {
        @Override
        public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
            return GetQueueUrlResponse.builder()
                    .queueUrl("http://127.0.0.1/work")
                    .build();
        }

        @Override
        public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
            if (polls.incrementAndGet() == 1) {
                throw new IllegalStateException("connection pool shut down");
            }
            return ReceiveMessageResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "sqs";
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void anUnknownFailureIsWaitedOut() {
        var nothing = "{}".getBytes(StandardCharsets.UTF_8);
        try (var poller =
                new QueuePoller(new Broken(), QUEUE, (_, _, _) -> new InvocationResult.Answered("1", nothing))) {
            Eventually.holds("it polls again", () -> polls.get() > 1);
        }
    }
}
