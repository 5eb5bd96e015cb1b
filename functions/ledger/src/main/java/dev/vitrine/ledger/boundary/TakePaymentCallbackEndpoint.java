package dev.vitrine.ledger.boundary;

import dev.vitrine.ledger.control.TakePayment;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Problem;
import dev.vitrine.platform.edge.ProblemType;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class TakePaymentCallbackEndpoint implements Endpoint {
    private static final int OK = 200;

    private final TakePayment takePayment;

    TakePaymentCallbackEndpoint(TakePayment takePayment) {
        this.takePayment = takePayment;
    }

    @Override
    public String route() {
        return "POST /v1/payments/callbacks/{provider}";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        return Uni.createFrom()
                .deferred(() ->
                        takePayment.run(request.path().getOrDefault("provider", ""), request.headers(), request.body()))
                .map(state -> HttpAnswer.json(OK, Json.object().put("state", state.name())))
                .onFailure(InvalidValue.class)
                .transform(wrong -> unreadable((InvalidValue) wrong));
    }

    /// A provider sends what it says in its own form: a wrong one is 400, whatever the field.
    private static Problem unreadable(InvalidValue wrong) {
        return Problem.at(ProblemType.MALFORMED_REQUEST, wrong.field(), wrong.allowed());
    }
}
