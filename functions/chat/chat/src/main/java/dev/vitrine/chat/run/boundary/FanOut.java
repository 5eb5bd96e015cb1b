package dev.vitrine.chat.run.boundary;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.vitrine.chat.run.control.RunRoom;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEventJson;
import dev.vitrine.platform.event.QueueRecord;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// Somebody woke a room: runs it, for most of a minute if need be.
public class FanOut {
    private final RunRoom runRoom;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();

    FanOut(RunRoom runRoom) {
        this.runRoom = runRoom;
    }

    @Funq("chat-fan-out")
    public Uni<Void> take(SQSMessage message) {
        return QueueRecord.take(message, body -> {
            var room = RoomId.parse(CloudEventJson.read(body).subject());
            return Uni.createFrom()
                    .<Void>item(() -> {
                        run(room);
                        return null;
                    })
                    .runSubscriptionOn(executor);
        });
    }

    private void run(RoomId room) {
        try {
            runRoom.run(room);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped in the middle of room " + room, stopped);
        }
    }
}
