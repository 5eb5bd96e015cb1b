package dev.vitrine.rooms.boundary;

import dev.vitrine.model.RoomId;
import dev.vitrine.platform.edge.Caller;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.PathFields;
import dev.vitrine.platform.edge.Problem;
import dev.vitrine.rooms.entity.Actor;

/// What several endpoints read out of a request.
final class Requests {
    private Requests() {}

    /// @throws Problem 400 when the path holds no room id
    static RoomId roomId(HttpRequest request) {
        return PathFields.of(request).room("id");
    }

    static Actor actor(HttpRequest request) {
        var caller = request.requireCaller();
        return new Actor(caller.subject(), caller.name(), caller.is(Caller.STREAMER), caller.isOperator());
    }
}
