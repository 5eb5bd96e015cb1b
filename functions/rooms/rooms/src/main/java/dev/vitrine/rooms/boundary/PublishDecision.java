package dev.vitrine.rooms.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vitrine.rooms.control.AuthorizePublish.Accepted;
import dev.vitrine.rooms.control.AuthorizePublish.Decision;
import dev.vitrine.rooms.control.AuthorizePublish.RoomNotOpen;
import dev.vitrine.rooms.control.AuthorizePublish.UnknownKey;

/// What the ingest is told: `{"decision":"ACCEPTED","channel":"..."}` or `{"decision":"REFUSED","reason":"..."}`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishDecision(String decision, String channel, String reason) {

    static PublishDecision of(Decision decision) {
        return switch (decision) {
            case Accepted(var channel) -> new PublishDecision("ACCEPTED", channel.value(), null);
            case UnknownKey() -> new PublishDecision("REFUSED", null, "UNKNOWN_KEY");
            case RoomNotOpen() -> new PublishDecision("REFUSED", null, "ROOM_NOT_OPEN");
        };
    }
}
