package dev.vitrine.ledger.topups.boundary;

import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.topups.control.TakePayment;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
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
        return Requests.asked(() -> takePayment.run(
                        request.path().getOrDefault("provider", ""),
                        request.headers(),
                        request.body().text()))
                .map(state -> HttpAnswer.json(OK, Json.object().put("state", state.name())));
    }
}
