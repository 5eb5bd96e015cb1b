package dev.vitrine.ledger.topups.boundary;

import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.topups.control.StartTopUp;
import dev.vitrine.ledger.topups.entity.TopUp;
import dev.vitrine.platform.edge.BodyFields;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

@ApplicationScoped
class StartTopUpEndpoint implements Endpoint {
    private static final int CREATED = 201;

    private final StartTopUp startTopUp;
    private final InstantSource clock;

    StartTopUpEndpoint(StartTopUp startTopUp, InstantSource clock) {
        this.startTopUp = startTopUp;
        this.clock = clock;
    }

    @Override
    public String route() {
        return "POST /v1/wallet/top-ups";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var owner = Requests.subject(request);
        var key = Requests.key(request);
        var body = BodyFields.of(request);
        body.require("package");
        body.require("method");
        var coinPackage = body.text("package", text -> Requests.code("package", text));
        var method = body.text("method", TopUp.Method::parse);
        body.check();
        return startTopUp
                .run(owner, key, coinPackage.orElseThrow(), method.orElseThrow())
                .map(topUp -> HttpAnswer.json(CREATED, TopUpDocuments.topUp(topUp, clock.instant()))
                        .with("Location", "/v1/wallet/top-ups/" + topUp.id()));
    }
}
