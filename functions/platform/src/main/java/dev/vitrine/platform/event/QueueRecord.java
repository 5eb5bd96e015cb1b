package dev.vitrine.platform.event;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// One record of a batch that a queue delivers.
public final class QueueRecord {
    private static final Logger LOG = Logger.getLogger(QueueRecord.class);

    private QueueRecord() {}

    /// Works on the record's body. A failure is logged here, because the answer to the queue tells only which record
    /// failed, not why; the record comes again, and after its last chance goes to the dead-letter queue.
    public static Uni<Void> take(SQSMessage message, Function<String, Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> work.apply(message.getBody()))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "record %s failed", message.getMessageId()));
    }
}
