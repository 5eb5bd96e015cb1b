package dev.vitrine.platform.edge;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.ProblemType;
import dev.vitrine.model.Refusal;
import dev.vitrine.model.TryAgain;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/// Answers gateway events with the endpoints of one contract. The gateway has routed: `routeKey` names the
/// endpoint.
///
/// Never fails: whatever goes wrong is an answer.
public final class HttpEdge {
    private static final Logger LOG = Logger.getLogger(HttpEdge.class);

    private final Map<String, Endpoint> byRoute = new HashMap<>();
    private final CallerClaims callers = CallerClaims.configured();

    /// @throws IllegalStateException when two endpoints claim one route
    public HttpEdge(Iterable<? extends Endpoint> endpoints) {
        for (var endpoint : endpoints) {
            if (byRoute.put(endpoint.route(), endpoint) != null) {
                throw new IllegalStateException("two endpoints claim " + endpoint.route());
            }
        }
    }

    public Uni<APIGatewayV2HTTPResponse> answer(APIGatewayV2HTTPEvent event) {
        return Uni.createFrom()
                .item(() -> GatewayEvent.read(event, callers))
                .chain(this::answer)
                .onFailure(Problem.class)
                .recoverWithItem(unread -> ProblemDocument.of((Problem) unread, GatewayEvent.id(event)))
                .map(GatewayEvent::write);
    }

    Uni<HttpAnswer> answer(HttpRequest request) {
        return Uni.createFrom()
                .deferred(() -> endpoint(request).answer(request))
                .map(answer -> answer.orNotModified(request))
                .onFailure()
                .recoverWithItem(failure -> ProblemDocument.of(problem(failure, request), request.id()));
    }

    private Endpoint endpoint(HttpRequest request) {
        var endpoint = byRoute.get(request.route());
        if (endpoint == null) {
            throw new Problem(ProblemType.NOT_FOUND, "There is no route " + request.route());
        }
        return endpoint;
    }

    private static Problem problem(Throwable failure, HttpRequest request) {
        return switch (failure) {
            case Problem problem -> told(problem, request);
            case Refusal refusal -> Problem.of(refusal);
            case TryAgain gone -> told(new Problem(ProblemType.UNAVAILABLE, gone.advice(), gone), request);
            case InvalidValue invalid -> Problem.at(ProblemType.INVALID_FIELD, invalid.field(), invalid.allowed());
            default -> {
                LOG.errorf(failure, "request %s, %s failed", request.id(), request.route());
                yield new Problem(ProblemType.INTERNAL, "Quote request " + request.id() + " to whoever runs this.");
            }
        };
    }

    /// A problem that has a cause is ours to look at.
    private static Problem told(Problem problem, HttpRequest request) {
        if (problem.getCause() != null) {
            LOG.warnf(problem, "request %s, %s: %s", request.id(), request.route(), problem.getMessage());
        }
        return problem;
    }
}
