package dev.vitrine.chat.boundary;

import dev.vitrine.chat.entity.Policy;
import dev.vitrine.chat.entity.RoomRecord;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.filter.entity.Listed;
import dev.vitrine.chat.filter.entity.Review;
import dev.vitrine.chat.history.entity.Message;
import dev.vitrine.chat.order.entity.Audited;
import dev.vitrine.chat.order.entity.Sanction;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.platform.json.Json;
import java.time.Instant;

/// The documents of the contract.
public final class Documents {
    private Documents() {}

    public static ObjectNode chat(RoomRecord room, Instant now) {
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

    public static ObjectNode message(Message message) {
        return Json.object()
                .put("seq", message.seq())
                .put("at", message.at().toString())
                .put("viewer", message.viewer().value())
                .put("name", message.name())
                .put("text", message.text())
                .put("deleted", message.deleted());
    }

    public static ObjectNode sanction(Sanction sanction) {
        return Json.object()
                .put("viewer", sanction.viewer().value())
                .put("name", sanction.name())
                .put("kind", sanction.kind().name())
                .put("until", sanction.until().map(Instant::toString).orElse(null))
                .put("reason", sanction.reason().value())
                .put("at", sanction.at().toString());
    }

    public static ObjectNode act(Audited act) {
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

    public static ObjectNode review(Review review) {
        return Json.object()
                .put("id", review.id().toString())
                .put("at", review.at().toString())
                .put("viewer", review.author().viewer().value())
                .put("name", review.author().name())
                .put("text", review.text().value())
                .put("action", review.action())
                .put("list", review.list())
                .put("word", review.word())
                .put("state", review.open() ? "OPEN" : "CLOSED")
                .put("decision", review.decision().map(Review.Decision::name).orElse(null));
    }

    public static ObjectNode word(Listed word) {
        return Json.object()
                .put("word", word.word())
                .put("action", word.action().name());
    }
}
