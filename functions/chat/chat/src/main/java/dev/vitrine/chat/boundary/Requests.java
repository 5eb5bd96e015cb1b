package dev.vitrine.chat.boundary;

import dev.vitrine.chat.entity.Actor;
import dev.vitrine.chat.entity.Reason;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.edge.BodyFields;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Problem;
import dev.vitrine.model.ProblemType;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// What several endpoints read out of a request, and answer.
final class Requests {
    private static final String AUDITOR = "auditor";
    private static final int NO_CONTENT = 204;

    private Requests() {}

    static RoomId roomId(HttpRequest request) {
        return path(request, "id", RoomId::parse);
    }

    static Viewer viewer(HttpRequest request) {
        return path(request, "viewer", Viewer::new);
    }

    static UUID review(HttpRequest request) {
        return path(request, "review", Requests::uuid);
    }

    static long seq(HttpRequest request) {
        return path(request, "seq", Requests::number);
    }

    static Actor actor(HttpRequest request) {
        var caller = request.requireCaller();
        return new Actor(caller.subject(), caller.name(), caller.isOperator(), caller.is(AUDITOR));
    }

    /// @throws Problem 400 when the path holds none
    private static <T> T path(HttpRequest request, String name, Function<String, T> value) {
        try {
            return value.apply(request.path().getOrDefault(name, ""));
        } catch (InvalidValue malformed) {
            throw Problem.at(ProblemType.MALFORMED_REQUEST, name, malformed.allowed());
        }
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidValue("id", "must be a UUID", malformed);
        }
    }

    static long number(String text) {
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

    static Reason reason(BodyFields body) {
        body.require("reason");
        body.refuseNull("reason");
        var reason = body.text("reason", Reason::new);
        body.check();
        return reason.orElseThrow();
    }

    static HttpAnswer done() {
        return new HttpAnswer(NO_CONTENT, Map.of("Cache-Control", "no-store"), "");
    }
}
