package dev.vitrine.ledger.boundary;

import dev.vitrine.ledger.entity.MoneyRefusal;
import dev.vitrine.ledger.entity.TryAgain;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Problem;
import dev.vitrine.model.ProblemType;
import io.smallrye.mutiny.Uni;

/// What the rules of money refuse, in the words of HTTP.
record RefusalsAsProblems(Endpoint endpoint) implements Endpoint {

    @Override
    public String route() {
        return endpoint.route();
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        return Uni.createFrom()
                .deferred(() -> endpoint.answer(request))
                .onFailure(MoneyRefusal.class)
                .transform(refusal -> problem((MoneyRefusal) refusal))
                .onFailure(TryAgain.class)
                .transform(gone -> new Problem(
                        ProblemType.UNAVAILABLE, "Ask again in the same words; nothing happens twice.", gone));
    }

    private static Problem problem(MoneyRefusal refusal) {
        return switch (refusal) {
            case MoneyRefusal.NotFound _ -> new Problem(ProblemType.NOT_FOUND, refusal.getMessage());
            case MoneyRefusal.NotAllowed _ -> new Problem(ProblemType.FORBIDDEN, refusal.getMessage());
            case MoneyRefusal.Unfitting _ -> new Problem(ProblemType.ILLEGAL_STATE, refusal.getMessage());
            case MoneyRefusal.KeyReused _ -> new Problem(ProblemType.IDEMPOTENCY_CONFLICT, refusal.getMessage());
            case MoneyRefusal.NotGenuine _ -> new Problem(ProblemType.UNAUTHENTICATED, refusal.getMessage());
            case MoneyRefusal.Insufficient less -> Problem.insufficient(less.missing(), less.getMessage());
        };
    }
}
