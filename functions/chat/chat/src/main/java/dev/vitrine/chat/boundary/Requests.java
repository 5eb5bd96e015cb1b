package dev.vitrine.chat.boundary;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.order.entity.Reason;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.edge.BodyFields;
import dev.vitrine.platform.edge.Caller;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.PathFields;
import java.util.UUID;

/// What several endpoints read out of a request.
public final class Requests {
    private Requests() {}

    public static RoomId roomId(HttpRequest request) {
        return PathFields.of(request).room("id");
    }

    public static Viewer viewer(HttpRequest request) {
        return PathFields.of(request).read("viewer", Viewer::new);
    }

    public static UUID review(HttpRequest request) {
        return PathFields.of(request).read("review", Requests::uuid);
    }

    public static long seq(HttpRequest request) {
        return PathFields.of(request).whole("seq", 1);
    }

    public static Actor actor(HttpRequest request) {
        var caller = request.requireCaller();
        return new Actor(caller.subject(), caller.name(), caller.isOperator(), caller.is(Caller.AUDITOR));
    }

    public static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidValue("id", "must be a UUID", malformed);
        }
    }

    public static long number(String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            throw new InvalidValue("seq", "must be a whole number from 1", malformed);
        }
        throw new InvalidValue("seq", "must be a whole number from 1");
    }

    public static Reason reason(BodyFields body) {
        body.require("reason");
        var reason = body.text("reason", Reason::new);
        body.check();
        return reason.orElseThrow();
    }
}
