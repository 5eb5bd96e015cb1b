package dev.vitrine.platform.event;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.model.EventType;
import dev.vitrine.model.InvalidValue;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Hands each event that a queue delivers to the use case that wants its type. Built once, when the function starts;
/// immutable, so `on` gives another router.
///
/// An event of a type that nobody here takes fails: the registry subscribed the queue to something that the code does
/// not know, and the dead-letter queue shows it.
public final class EventRouter {
    private final String subscriber;
    private final Map<EventType, Function<CloudEvent, Uni<Void>>> byType;
    private final Function<CloudEvent, Uni<Boolean>> others;

    private EventRouter(
            String subscriber,
            Map<EventType, Function<CloudEvent, Uni<Void>>> byType,
            Function<CloudEvent, Uni<Boolean>> others) {
        this.subscriber = subscriber;
        this.byType = Map.copyOf(byType);
        this.others = others;
    }

    /// @param subscriber who is named when a type is not known: `chat`
    public static EventRouter of(String subscriber) {
        return new EventRouter(subscriber, Map.of(), event -> Uni.createFrom().item(false));
    }

    /// @param read makes the type's record of the event's data, `RoomWentLive::of`; refuses with `InvalidValue`
    /// @param take is told the event, for its id, subject and time, and the record
    /// @throws IllegalStateException when the type is taken already
    public <T> EventRouter on(EventType type, Function<JsonNode, T> read, BiFunction<CloudEvent, T, Uni<Void>> take) {
        var more = new HashMap<>(byType);
        if (more.put(type, event -> take.apply(event, read.apply(event.data()))) != null) {
            throw new IllegalStateException("two take " + type);
        }
        return new EventRouter(subscriber, more, others);
    }

    /// For types that are known while the function runs alone.
    ///
    /// @param take completes with whether the event was one of its own
    public EventRouter others(Function<CloudEvent, Uni<Boolean>> take) {
        return new EventRouter(subscriber, byType, take);
    }

    /// One record of a batch. A failure is logged and the record comes again (`QueueRecord`).
    public Uni<Void> take(SQSMessage message) {
        return QueueRecord.take(message, body -> take(CloudEventJson.read(body)));
    }

    private Uni<Void> take(CloudEvent event) {
        var known = byType.get(event.type());
        return known == null ? others.apply(event).chain(taken -> verdict(event, taken)) : known.apply(event);
    }

    private Uni<Void> verdict(CloudEvent event, boolean taken) {
        return taken
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .failure(new InvalidValue(
                                "type", "is not one that " + subscriber + " subscribes to: " + event.type()));
    }
}
