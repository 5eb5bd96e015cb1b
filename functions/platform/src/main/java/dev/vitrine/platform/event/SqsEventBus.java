package dev.vitrine.platform.event;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/// The event bus on Amazon SQS, and on what speaks its protocol.
///
/// One message to each subscribed queue, side by side. Safe for concurrent use. The client and the routes are
/// looked up at the first publication: a function that only reads must not pay for them at its cold start.
///
/// The blocking client on the JDK's own HTTP connection, each send on a worker thread: it is a third of the netty
/// client's size and needs no event loops, and a function sends a handful of messages at a time.
@ApplicationScoped
public class SqsEventBus implements EventBus {
    private final Supplier<SqsClient> sqs;
    private final Supplier<EventRoutes> routes;
    private final Duration sendTimeout;

    @Inject
    SqsEventBus(Instance<SqsClient> sqs, EventConfig config) {
        this(sqs::get, Once.of(() -> EventRoutes.of(config)), config.sendTimeout());
    }

    SqsEventBus(Supplier<SqsClient> sqs, Supplier<EventRoutes> routes, Duration sendTimeout) {
        this.sqs = sqs;
        this.routes = routes;
        this.sendTimeout = sendTimeout;
    }

    @Override
    public Uni<Void> publish(CloudEvent event) {
        return Uni.createFrom().deferred(() -> {
            var subscribed = routes.get().of(event.type());
            if (subscribed.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            var body = CloudEventJson.write(event);
            var sends = subscribed.stream().map(route -> send(route, body)).toList();
            return Uni.join().all(sends).andFailFast().replaceWithVoid();
        });
    }

    private Uni<Void> send(EventRoute route, String body) {
        var request = SendMessageRequest.builder()
                .queueUrl(route.queueUrl().toString())
                .delaySeconds(route.delaySeconds())
                .messageBody(body)
                .overrideConfiguration(limit -> limit.apiCallTimeout(sendTimeout))
                .build();
        return Uni.createFrom()
                .item(() -> sqs.get().sendMessage(request))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .replaceWithVoid();
    }
}
