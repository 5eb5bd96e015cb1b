package dev.vitrine.ledger.withdrawals.boundary;

import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.withdrawals.control.Withdraw;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.edge.BodyFields;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

@ApplicationScoped
class RequestWithdrawalEndpoint implements Endpoint {
    private static final int CREATED = 201;

    private final Withdraw withdraw;
    private final InstantSource clock;

    RequestWithdrawalEndpoint(Withdraw withdraw, InstantSource clock) {
        this.withdraw = withdraw;
        this.clock = clock;
    }

    @Override
    public String route() {
        return "POST /v1/withdrawals";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var streamer = Requests.streamer(request);
        var key = Requests.key(request);
        var body = BodyFields.of(request);
        body.require("coins");
        var coins = body.whole("coins", RequestWithdrawalEndpoint::coins);
        body.check();
        return withdraw.request(streamer, key, coins.orElseThrow())
                .map(asked -> HttpAnswer.json(CREATED, WithdrawalDocuments.withdrawal(asked, clock.instant())));
    }

    private static long coins(long coins) {
        if (coins < Withdraw.FEWEST || coins > Withdraw.MOST) {
            throw new InvalidValue("coins", "must be from " + Withdraw.FEWEST + " to " + Withdraw.MOST);
        }
        return coins;
    }
}
