package dev.vitrine.chat.boundary;

import dev.vitrine.chat.entity.ChatRefusal;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Problem;
import dev.vitrine.model.ProblemType;
import io.smallrye.mutiny.Uni;

/// What the rules of keeping order refuse, in the words of HTTP.
record RefusalsAsProblems(Endpoint endpoint) implements Endpoint {

    @Override
    public String route() {
        return endpoint.route();
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        return Uni.createFrom()
                .deferred(() -> endpoint.answer(request))
                .onFailure(ChatRefusal.class)
                .transform(refusal -> new Problem(type((ChatRefusal) refusal), refusal.getMessage()));
    }

    private static ProblemType type(ChatRefusal refusal) {
        return switch (refusal) {
            case ChatRefusal.NotFound _ -> ProblemType.NOT_FOUND;
            case ChatRefusal.NotAllowed _ -> ProblemType.FORBIDDEN;
            case ChatRefusal.Unfitting _ -> ProblemType.ILLEGAL_STATE;
        };
    }
}
