package dev.vitrine.local.store;

import dev.vitrine.local.identity.SignedRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.ActorSystemImpl;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.event.LoggingAdapter;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.scaladsl.ConnectionContext;
import org.apache.pekko.http.scaladsl.Http;
import org.apache.pekko.http.scaladsl.Http$;
import org.apache.pekko.http.scaladsl.HttpExt;
import org.apache.pekko.http.scaladsl.model.EntityStreamException;
import org.apache.pekko.http.scaladsl.model.HttpRequest;
import org.apache.pekko.http.scaladsl.model.HttpResponse;
import org.apache.pekko.http.scaladsl.settings.ServerSettings;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.GraphDSL;
import org.apache.pekko.stream.javadsl.Merge;
import org.apache.pekko.stream.javadsl.Partition;
import scala.concurrent.Future;

/// Pekko's HTTP server with a door in front of whatever it serves.
///
/// ElasticMQ has no place for one. It binds its routes by itself, through the `Http` of the actor
/// system that it is given; so that system is given this one before. Nothing stands between: a
/// request that is let in goes on in the same stream.
final class GuardedHttp extends HttpExt {
    private static final long BODY_PATIENCE_MILLIS = 10_000;
    private static final String CONTENT_TYPE = "content-type";
    private static final String CONTENT_LENGTH = "content-length";

    private final SqsDoor door;
    private volatile boolean guards;

    private GuardedHttp(ExtendedActorSystem system, SqsDoor door) {
        super(system.settings().config().getConfig("pekko.http"), system);
        this.door = door;
    }

    /// @throws IllegalStateException if the system has an `Http` already, or keeps it where this does
    ///     not find it
    static GuardedHttp into(ActorSystem system, SqsDoor door) {
        var http = new GuardedHttp((ExtendedActorSystem) system, door);
        try {
            var extensions = ActorSystemImpl.class.getDeclaredField("extensions");
            extensions.setAccessible(true);
            @SuppressWarnings("unchecked") // a map of extensions by their ids
            var known = (Map<Object, Object>) extensions.get(system);
            if (known.putIfAbsent(Http$.MODULE$, http) != null) {
                throw new IllegalStateException("the actor system has an HTTP server already");
            }
            return http;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Pekko keeps its extensions elsewhere", e);
        }
    }

    /// Whether a server was bound through this.
    boolean guards() {
        return guards;
    }

    @Override
    public Future<Http.ServerBinding> bindAndHandleImpl(
            org.apache.pekko.stream.scaladsl.Flow<HttpRequest, HttpResponse, Object> served,
            String address,
            int port,
            ConnectionContext context,
            ServerSettings settings,
            LoggingAdapter log,
            Materializer materializer) {
        guards = true;
        return super.bindAndHandleImpl(
                guarded(served.asJava(), materializer), address, port, context, settings, log, materializer);
    }

    /// A connection has one request at a time (`pipelining-limit`), so the two ways keep the order.
    private org.apache.pekko.stream.scaladsl.Flow<HttpRequest, HttpResponse, Object> guarded(
            Flow<HttpRequest, HttpResponse, Object> served, Materializer materializer) {
        return Flow.fromGraph(GraphDSL.create(builder -> {
                    var judging = builder.add(
                            Flow.of(HttpRequest.class).mapAsync(1, request -> judge(request, materializer)));
                    var fork = builder.add(Partition.create(
                            Judged.class, 2, judged -> judged.refused().isPresent() ? 1 : 0));
                    var join = builder.add(Merge.<HttpResponse>create(2));
                    var on = builder.add(
                            Flow.of(Judged.class).map(Judged::request).via(served));
                    var back = builder.add(
                            Flow.of(Judged.class).map(judged -> judged.refused().orElseThrow()));
                    builder.from(judging.out()).toInlet(fork.in());
                    builder.from(fork.out(0)).via(on).toInlet(join.in(0));
                    builder.from(fork.out(1)).via(back).toInlet(join.in(1));
                    return FlowShape.of(judging.in(), join.out());
                }))
                .<Object>mapMaterializedValue(nothing -> nothing)
                .asScala();
    }

    private record Judged(HttpRequest request, Optional<HttpResponse> refused) {}

    private CompletionStage<Judged> judge(HttpRequest request, Materializer materializer) {
        var asked = new SqsRequest(
                new Received(request), request.getUri().rawQueryString().orElse(""), declaredType(request));
        HttpEntity body = request.entity();
        var early = door.refusal(asked);
        if (early.isPresent()) {
            body.discardBytes(materializer);
            return CompletableFuture.completedStage(refused(request, asked, early.get()));
        }
        return body.toStrict(BODY_PATIENCE_MILLIS, SqsDoor.MAX_REQUEST_BYTES, materializer)
                .thenApply(whole -> door.refusal(asked, whole.getData().toArrayUnsafe())
                        .map(refusal -> refused(request, asked, refusal))
                        .orElseGet(() -> new Judged((HttpRequest) request.withEntity(whole), Optional.empty())))
                .exceptionally(failure -> {
                    if (failure instanceof EntityStreamException
                            || failure.getCause() instanceof EntityStreamException) {
                        return refused(request, asked, SqsRefusal.tooLarge());
                    }
                    throw new CompletionException(failure);
                });
    }

    private static Judged refused(HttpRequest request, SqsRequest asked, SqsRefusal refusal) {
        var response = org.apache.pekko.http.javadsl.model.HttpResponse.create()
                .withStatus(refusal.status())
                .addHeader(RawHeader.create(SqsRefusal.QUERY_ERROR, refusal.queryError()));
        var answer = asked.json()
                ? response.withEntity(ContentTypes.parse(SqsRefusal.JSON_TYPE), bytes(refusal.json()))
                : response.withEntity(ContentTypes.TEXT_XML_UTF8, bytes(refusal.xml()));
        return new Judged(request, Optional.of((HttpResponse) answer));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String declaredType(HttpRequest request) {
        HttpEntity body = request.entity();
        return body.getContentType().toString();
    }

    private record Received(HttpRequest request) implements SignedRequest {
        @Override
        public String method() {
            return request.method().value();
        }

        @Override
        public String rawPath() {
            return request.getUri().getPathString();
        }

        @Override
        public List<String> header(String name) {
            return switch (name) {
                case CONTENT_TYPE -> List.of(declaredType(request));
                case CONTENT_LENGTH -> length();
                default ->
                    StreamSupport.stream(request.getHeaders().spliterator(), false)
                            .filter(header -> header.lowercaseName().equals(name))
                            .map(HttpHeader::value)
                            .toList();
            };
        }

        private List<String> length() {
            HttpEntity body = request.entity();
            return body.getContentLengthOption().stream()
                    .mapToObj(Long::toString)
                    .toList();
        }
    }
}
