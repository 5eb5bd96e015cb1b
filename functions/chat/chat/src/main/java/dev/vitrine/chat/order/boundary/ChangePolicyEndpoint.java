package dev.vitrine.chat.order.boundary;

import dev.vitrine.chat.boundary.Requests;
import dev.vitrine.chat.entity.Policy;
import dev.vitrine.chat.order.control.ChangePolicy;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.ProblemType;
import dev.vitrine.platform.edge.BodyFields;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.IfMatch;
import dev.vitrine.platform.edge.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;

/// JSON merge patch (RFC 7396): absent fields stay, `null` takes the notice down.
@ApplicationScoped
class ChangePolicyEndpoint implements Endpoint {
    private static final int OK = 200;

    private final ChangePolicy changePolicy;
    private final InstantSource clock;

    ChangePolicyEndpoint(ChangePolicy changePolicy, InstantSource clock) {
        this.changePolicy = changePolicy;
        this.clock = clock;
    }

    @Override
    public String route() {
        return "PATCH /v1/rooms/{id}/chat";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var room = Requests.roomId(request);
        var ifMatch = IfMatch.of(request);
        return changePolicy
                .run(room, actor, change(request), now -> ifMatch.require(Documents.chat(now, clock.instant())))
                .map(changed -> HttpAnswer.changed(OK, Documents.chat(changed, clock.instant())));
    }

    private static ChangePolicy.Change change(HttpRequest request) {
        var body = BodyFields.of(request);
        body.refuseNull("slowModeSeconds");
        body.refuseNull("followersOnly");
        var slowMode = body.whole("slowModeSeconds", ChangePolicyEndpoint::slowMode);
        var followersOnly = body.flag("followersOnly");
        var notes = body.has("notice");
        var notice = body.text(
                "notice",
                text -> new Policy(0, false, Optional.of(text)).notice().orElseThrow());
        body.check();
        if (body.isEmpty()) {
            throw Problem.at(ProblemType.INVALID_FIELD, "body", "must change at least one field");
        }
        return new ChangePolicy.Change(slowMode, followersOnly, notes, notice);
    }

    private static int slowMode(long seconds) {
        if (seconds < 0 || seconds > Policy.SLOWEST_SECONDS) {
            throw new InvalidValue("slowModeSeconds", "must be 0 to " + Policy.SLOWEST_SECONDS);
        }
        return (int) seconds;
    }
}
