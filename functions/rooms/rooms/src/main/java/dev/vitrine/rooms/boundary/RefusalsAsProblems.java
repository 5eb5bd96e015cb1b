package dev.vitrine.rooms.boundary;

import dev.vitrine.pipeline.ProviderRefused;
import dev.vitrine.pipeline.ProviderUnavailable;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Problem;
import dev.vitrine.model.ProblemType;
import dev.vitrine.rooms.entity.IllegalMove;
import dev.vitrine.rooms.entity.NoSuchRoom;
import dev.vitrine.rooms.entity.NotAllowed;
import dev.vitrine.rooms.entity.RoomRefusal;
import io.smallrye.mutiny.Uni;

/// What the rules of rooms refuse, in the words of HTTP.
record RefusalsAsProblems(Endpoint endpoint) implements Endpoint {

    @Override
    public String route() {
        return endpoint.route();
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        return Uni.createFrom()
                .deferred(() -> endpoint.answer(request))
                .onFailure()
                .transform(RefusalsAsProblems::problem);
    }

    private static Throwable problem(Throwable failure) {
        return switch (failure) {
            case RoomRefusal refusal -> new Problem(type(refusal), refusal.getMessage());
            case ProviderUnavailable unavailable -> provider(unavailable);
            case ProviderRefused refused -> provider(refused);
            default -> failure;
        };
    }

    private static ProblemType type(RoomRefusal refusal) {
        return switch (refusal) {
            case IllegalMove _ -> ProblemType.ILLEGAL_STATE;
            case NotAllowed _ -> ProblemType.FORBIDDEN;
            case NoSuchRoom _ -> ProblemType.NOT_FOUND;
        };
    }

    private static Problem provider(Throwable failure) {
        return new Problem(
                ProblemType.UNAVAILABLE, "The live service does not answer; nothing has changed, try again.", failure);
    }
}
