package dev.vitrine.chat.filter.boundary;

import dev.vitrine.chat.boundary.Requests;
import dev.vitrine.chat.filter.control.ChangeWords;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ChangeRoomWordsEndpoint implements Endpoint {
    private final ChangeWords changeWords;

    ChangeRoomWordsEndpoint(ChangeWords changeWords) {
        this.changeWords = changeWords;
    }

    @Override
    public String route() {
        return "POST /v1/rooms/{id}/chat/words";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var room = Requests.roomId(request);
        return changeWords.ofRoom(room, actor, WordBodies.change(request)).map(_ -> HttpAnswer.noContent());
    }
}
