package dev.vitrine.chat.history.boundary;

import dev.vitrine.chat.boundary.Requests;
import dev.vitrine.chat.history.control.EraseMessages;
import dev.vitrine.model.ProblemType;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Problem;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class EraseMessagesEndpoint implements Endpoint {
    private static final int ACCEPTED = 202;
    private static final String ONESELF = "me";
    /// OpenID Connect Core, 2.
    private static final int LONGEST_SUBJECT = 255;

    private final EraseMessages eraseMessages;

    EraseMessagesEndpoint(EraseMessages eraseMessages) {
        this.eraseMessages = eraseMessages;
    }

    @Override
    public String route() {
        return "DELETE /v1/chat/people/{subject}/messages";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var asked = request.path().getOrDefault("subject", "");
        if (asked.isBlank() || asked.length() > LONGEST_SUBJECT) {
            throw Problem.at(
                    ProblemType.MALFORMED_REQUEST, "subject", "must be 1 to " + LONGEST_SUBJECT + " characters");
        }
        var subject = asked.equals(ONESELF) ? actor.subject() : asked;
        return eraseMessages
                .run(actor, subject)
                .map(erased -> HttpAnswer.json(
                        ACCEPTED,
                        Json.object().put("messages", erased.messages()).put("rooms", erased.rooms())));
    }
}
