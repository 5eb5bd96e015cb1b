package dev.vitrine.chat.order.boundary;

import dev.vitrine.chat.boundary.Requests;
import dev.vitrine.chat.order.control.SanctionViewer;
import dev.vitrine.chat.order.entity.Reason;
import dev.vitrine.chat.order.entity.Sanction;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.edge.BodyFields;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;

@ApplicationScoped
class SanctionViewerEndpoint implements Endpoint {
    private static final int OK = 200;

    private final SanctionViewer sanctionViewer;

    SanctionViewerEndpoint(SanctionViewer sanctionViewer) {
        this.sanctionViewer = sanctionViewer;
    }

    @Override
    public String route() {
        return "PUT /v1/rooms/{id}/chat/sanctions/{viewer}";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var room = Requests.roomId(request);
        var viewer = Requests.viewer(request);
        return sanctionViewer
                .run(room, actor, viewer, ordered(request))
                .map(sanction -> HttpAnswer.json(OK, Documents.sanction(sanction)));
    }

    private static Sanction.Ordered ordered(HttpRequest request) {
        var body = BodyFields.of(request);
        body.require("kind");
        body.require("reason");
        body.refuseNull("seconds");
        var kind = body.text("kind", SanctionViewerEndpoint::kind);
        var length = body.whole("seconds", SanctionViewerEndpoint::length);
        var reason = body.text("reason", Reason::new);
        body.check();
        return new Sanction.Ordered(kind.orElseThrow(), length, reason.orElseThrow());
    }

    /// The bound is the sanction's; past it a number of seconds may not fit a duration.
    private static Duration length(long seconds) {
        return Duration.ofSeconds(Math.clamp(seconds, 0, Sanction.LONGEST.toSeconds() + 1));
    }

    private static Sanction.Kind kind(String text) {
        return Arrays.stream(Sanction.Kind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("kind", "must be MUTE or BAN"));
    }
}
