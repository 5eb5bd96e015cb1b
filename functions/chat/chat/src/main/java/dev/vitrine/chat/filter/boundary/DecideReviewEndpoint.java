package dev.vitrine.chat.filter.boundary;

import dev.vitrine.chat.boundary.Requests;
import dev.vitrine.chat.filter.control.DecideReview;
import dev.vitrine.chat.filter.entity.Review;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.edge.BodyFields;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DecideReviewEndpoint implements Endpoint {
    private static final int OK = 200;

    private final DecideReview decideReview;

    DecideReviewEndpoint(DecideReview decideReview) {
        this.decideReview = decideReview;
    }

    @Override
    public String route() {
        return "POST /v1/rooms/{id}/chat/reviews/{review}/decision";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var room = Requests.roomId(request);
        var review = Requests.review(request);
        var body = BodyFields.of(request);
        body.require("decision");
        var decision = body.text("decision", DecideReviewEndpoint::decision);
        var reason = Requests.reason(body);
        return decideReview
                .run(room, actor, review, decision.orElseThrow(), reason)
                .map(decided -> HttpAnswer.json(OK, WordBodies.review(decided)));
    }

    private static Review.Decision decision(String text) {
        return switch (text) {
            case "RELEASE" -> Review.Decision.RELEASE;
            case "REFUSE" -> Review.Decision.REFUSE;
            default -> throw new InvalidValue("decision", "must be RELEASE or REFUSE");
        };
    }
}
