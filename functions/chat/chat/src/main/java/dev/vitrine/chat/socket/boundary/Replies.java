package dev.vitrine.chat.socket.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.chat.entity.ClientId;
import dev.vitrine.chat.talk.entity.Outcome;
import dev.vitrine.chat.talk.entity.Rule;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.json.Json;
import java.time.Instant;
import java.util.Optional;

/// What a socket is answered, as `contract/asyncapi.yaml` words it.
final class Replies {
    private Replies() {}

    static SocketAnswer said(ClientId id, long seq) {
        return send(reply(id, true).put("seq", seq));
    }

    static SocketAnswer joined(ClientId id, ObjectNode room) {
        var json = Json.object().put("type", "joined").put("id", id.value());
        json.setAll(room);
        return send(json);
    }

    static SocketAnswer pong(Instant now, int viewers) {
        return send(Json.object()
                .put("type", "pong")
                .put("serverTime", now.toString())
                .put("viewers", viewers));
    }

    static SocketAnswer invalid(Optional<ClientId> id, InvalidValue refused) {
        return refused(id, new Outcome.Refused<>(Rule.INVALID, refused.getMessage(), Optional.empty()));
    }

    static SocketAnswer refused(Optional<ClientId> id, Rule rule) {
        return refused(id, new Outcome.Refused<>(rule, rule.words(), Optional.empty()));
    }

    /// A message without an id of its own is answered with an error.
    static SocketAnswer refused(Optional<ClientId> id, Outcome.Refused<?> refused) {
        var json = id.map(known -> reply(known, false))
                .orElseGet(() -> Json.object().put("type", "error"))
                .put("rule", refused.rule().name())
                .put("detail", refused.detail());
        if (id.isPresent()) {
            refused.retryAfter().ifPresent(time -> json.put("retryAfterMillis", time.toMillis()));
        }
        return send(json);
    }

    private static ObjectNode reply(ClientId id, boolean ok) {
        return Json.object().put("type", "reply").put("id", id.value()).put("ok", ok);
    }

    private static SocketAnswer send(ObjectNode json) {
        return SocketAnswer.message(json.toString());
    }
}
