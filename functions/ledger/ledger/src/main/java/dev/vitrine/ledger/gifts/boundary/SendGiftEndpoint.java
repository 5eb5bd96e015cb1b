package dev.vitrine.ledger.gifts.boundary;

import dev.vitrine.ledger.boundary.Requests;
import dev.vitrine.ledger.gifts.control.SendGift;
import dev.vitrine.ledger.gifts.entity.GiftRequest;
import dev.vitrine.platform.edge.BodyFields;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SendGiftEndpoint implements Endpoint {
    private static final int CREATED = 201;

    private final SendGift sendGift;

    SendGiftEndpoint(SendGift sendGift) {
        this.sendGift = sendGift;
    }

    @Override
    public String route() {
        return "POST /v1/rooms/{id}/gifts";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var giver = Requests.person(request);
        var room = Requests.roomId(request);
        var key = Requests.key(request);
        var body = BodyFields.of(request);
        body.require("gift");
        body.refuseNull("count");
        var gift = body.text("gift", text -> Requests.code("gift", text));
        var count = body.whole("count", GiftRequest::count);
        body.check();
        return sendGift.run(room, giver, key, gift.orElseThrow(), count.orElse(1))
                .map(sent -> HttpAnswer.json(CREATED, GiftDocuments.sent(sent)));
    }
}
