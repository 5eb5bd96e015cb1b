package dev.vitrine.rooms.boundary;

import dev.vitrine.model.ProblemType;
import dev.vitrine.platform.edge.BodyFields;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Problem;
import dev.vitrine.rooms.entity.CoverUrl;
import dev.vitrine.rooms.entity.Description;
import dev.vitrine.rooms.entity.NewRoom;
import dev.vitrine.rooms.entity.RoomEdit;
import dev.vitrine.rooms.entity.RoomKind;
import dev.vitrine.rooms.entity.StartTime;
import dev.vitrine.rooms.entity.Tags;
import dev.vitrine.rooms.entity.Title;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Reads the bodies of the contract: `RoomRequest` and `RoomChange`.
@ApplicationScoped
class RoomBodies {
    private final InstantSource clock;

    RoomBodies(InstantSource clock) {
        this.clock = clock;
    }

    /// @throws Problem with everything that is wrong with the body
    NewRoom newRoom(HttpRequest request) {
        var body = BodyFields.of(request);
        body.require("title");
        refuseNulls(body, "description", "tags", "kind");
        var title = body.text("title", Title::new);
        var description = body.text("description", Description::new);
        var cover = body.text("coverUrl", CoverUrl::new);
        var tags = body.texts("tags", Tags::new);
        var kind = body.text("kind", RoomKind::parse);
        var startsAt = body.text("startsAt", text -> StartTime.parse(text, clock.instant()));
        body.check();
        return new NewRoom(
                title.orElseThrow(),
                description.orElse(Description.NONE),
                cover,
                tags.orElse(Tags.NONE),
                kind.orElse(RoomKind.BRAND),
                startsAt);
    }

    /// @throws Problem with everything that is wrong with the body
    RoomEdit edit(HttpRequest request) {
        var body = BodyFields.of(request);
        refuseNulls(body, "title", "description", "tags", "kind", "startsAt");
        var edit = new RoomEdit(
                body.text("title", Title::new),
                body.text("description", Description::new),
                body.text("coverUrl", CoverUrl::new),
                body.isNull("coverUrl"),
                body.texts("tags", Tags::new),
                body.text("kind", RoomKind::parse),
                body.text("startsAt", text -> StartTime.parse(text, clock.instant())));
        body.check();
        if (body.isEmpty()) {
            throw Problem.at(ProblemType.INVALID_FIELD, "body", "must change at least one field");
        }
        return edit;
    }

    private static void refuseNulls(BodyFields body, String... fields) {
        for (var field : fields) {
            body.refuseNull(field);
        }
    }
}
