package dev.vitrine.chat.order.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.chat.entity.Policy;
import dev.vitrine.chat.entity.RoomRecord;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.history.entity.Message;
import dev.vitrine.chat.order.entity.Audited;
import dev.vitrine.chat.order.entity.Sanction;
import dev.vitrine.platform.json.Json;
import java.time.Instant;

/// The documents of the contract.
final class Documents {
    private Documents() {}

    static ObjectNode chat(RoomRecord room, Instant now) {
        var json = Json.object().put("room", room.id().toString()).put("open", room.open(now));
        json.set("policy", policy(room.policy()));
        return json;
    }

    private static ObjectNode policy(Policy policy) {
        return Json.object()
                .put("slowModeSeconds", policy.slowModeSeconds())
                .put("followersOnly", policy.followersOnly())
                .put("notice", policy.notice().orElse(null));
    }

    static ObjectNode message(Message message) {
        return Json.object()
                .put("seq", message.seq())
                .put("at", message.at().toString())
                .put("viewer", message.viewer().value())
                .put("name", message.name())
                .put("text", message.text())
                .put("deleted", message.deleted());
    }

    static ObjectNode sanction(Sanction sanction) {
        return Json.object()
                .put("viewer", sanction.viewer().value())
                .put("name", sanction.name())
                .put("kind", sanction.kind().name())
                .put("until", sanction.until().map(Instant::toString).orElse(null))
                .put("reason", sanction.reason().value())
                .put("at", sanction.at().toString());
    }

    static ObjectNode act(Audited act) {
        var json = Json.object()
                .put("id", act.id().toString())
                .put("at", act.at().toString())
                .put("actor", act.actor())
                .put("act", act.act().name())
                .put("viewer", act.viewer().map(Viewer::value).orElse(null));
        if (act.message().isPresent()) {
            json.put("message", act.message().getAsLong());
        } else {
            json.putNull("message");
        }
        return json.put("reason", act.reason().orElse(null))
                .put("detail", act.detail().orElse(null));
    }
}
