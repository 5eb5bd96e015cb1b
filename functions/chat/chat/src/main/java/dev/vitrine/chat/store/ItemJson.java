package dev.vitrine.chat.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.Colour;
import dev.vitrine.chat.entity.DanmakuText;
import dev.vitrine.chat.entity.Hearers;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Lane;
import dev.vitrine.chat.entity.Numbered;
import dev.vitrine.chat.entity.Policy;
import dev.vitrine.chat.entity.Position;
import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.entity.Segments;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.platform.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Items as the contract words them (`contract/asyncapi.yaml`, schema `Item`), and back. The log keeps them
/// in the same words, without their number and with what no reader is shown.
public final class ItemJson {
    private static final String MODERATORS = "moderators";
    private static final List<String> NOT_SHOWN = List.of("onAirAt", "to", "person", "sampled", "replayed");

    private ItemJson() {}

    /// As a reader is shown it.
    public static ObjectNode shown(Numbered numbered) {
        var json = Json.object().put("seq", numbered.seq());
        json.setAll(kept(numbered.item()));
        json.remove(NOT_SHOWN);
        return json;
    }

    /// As the log keeps it.
    public static ObjectNode kept(Item item) {
        return switch (item) {
            case Item.Danmaku danmaku -> danmaku(danmaku);
            case Item.Likes(var at, var count, var total) ->
                of("likes", at).put("count", count).put("total", total);
            case Item.Presence(var at, var viewers, var peak) ->
                of("presence", at).put("viewers", viewers).put("peak", peak);
            case Item.Show(var at, var event) -> of("system", at).put("event", event.name());
            case Item.Moderation act -> moderation(act);
            case Item.LaneChanged(var at, var lane, var segments) -> {
                var json = of("lane", at).put("lane", lane.name());
                segments.ifPresent(them -> json.set("segments", segments(them)));
                yield json;
            }
            case Item.Shown shown -> shown(shown);
        };
    }

    /// What stands in a room, as who joins is shown it: without a number.
    public static ObjectNode standing(Item.Shown shown) {
        var json = kept(shown);
        json.remove(NOT_SHOWN);
        return json;
    }

    private static ObjectNode shown(Item.Shown shown) {
        var json = of(shown.kind(), shown.at());
        json.set("body", Json.read(shown.body()));
        flag(json, "ends", shown.ends());
        flag(json, "sampled", shown.sampled());
        flag(json, "replayed", shown.replayed());
        return switch (shown.to()) {
            case Hearers.Everybody() -> json;
            case Hearers.Moderators() -> json.put("to", MODERATORS);
            case Hearers.One(var subject) -> json.put("to", "person").put("person", subject);
        };
    }

    private static void flag(ObjectNode json, String name, boolean value) {
        if (value) {
            json.put(name, true);
        }
    }

    private static Item.Shown readShown(Instant at, String kind, JsonNode json) {
        return new Item.Shown(
                at,
                kind,
                json.path("body").toString(),
                readHearers(json),
                json.path("sampled").booleanValue(),
                json.path("ends").booleanValue(),
                json.path("replayed").booleanValue());
    }

    /// An item that says nothing of it is for everybody.
    private static Hearers readHearers(JsonNode json) {
        if (!json.has("to")) {
            return Hearers.EVERYBODY;
        }
        return json.path("to").textValue().equals(MODERATORS)
                ? Hearers.MODERATORS
                : new Hearers.One(json.path("person").textValue());
    }

    public static ObjectNode policy(Policy policy) {
        return Json.object()
                .put("slowModeSeconds", policy.slowModeSeconds())
                .put("followersOnly", policy.followersOnly())
                .put("notice", policy.notice().orElse(null));
    }

    public static ObjectNode segments(Segments segments) {
        return Json.object()
                .put("base", segments.base().toString())
                .put("slotMillis", segments.slotMillis())
                .put("from", segments.from());
    }

    private static ObjectNode danmaku(Item.Danmaku danmaku) {
        var json = of("danmaku", danmaku.at());
        json.putObject("by")
                .put("viewer", danmaku.by().viewer().value())
                .put("name", danmaku.by().name())
                .put("role", danmaku.by().role().name());
        return json.put("text", danmaku.text().value())
                .put("colour", danmaku.colour().name())
                .put("position", danmaku.position().name())
                .put("onAirAt", danmaku.onAirAt().toString());
    }

    private static ObjectNode moderation(Item.Moderation act) {
        return switch (act) {
            case Item.MessageDeleted(var at, var message) ->
                act("MESSAGE_DELETED", at).put("message", message);
            case Item.MessagesErased(var at, var viewer) -> act("MESSAGES_ERASED", at, viewer);
            case Item.ViewerMuted(var at, var viewer, var until) ->
                act("VIEWER_MUTED", at, viewer).put("until", until.toString());
            case Item.ViewerBanned(var at, var viewer) -> act("VIEWER_BANNED", at, viewer);
            case Item.SanctionLifted(var at, var viewer) -> act("SANCTION_LIFTED", at, viewer);
            case Item.PolicyChanged(var at, var policy) -> {
                var json = act("POLICY_CHANGED", at);
                json.set("policy", policy(policy));
                yield json;
            }
            case Item.ModeratorAppointed(var at, var viewer) -> act("MODERATOR_APPOINTED", at, viewer);
            case Item.ModeratorDismissed(var at, var viewer) -> act("MODERATOR_DISMISSED", at, viewer);
        };
    }

    private static ObjectNode of(String kind, Instant at) {
        return Json.object().put("kind", kind).put("at", at.toString());
    }

    private static ObjectNode act(String act, Instant at) {
        return of("moderation", at).put("act", act);
    }

    private static ObjectNode act(String act, Instant at, Viewer viewer) {
        return act(act, at).put("viewer", viewer.value());
    }

    /// @throws IllegalArgumentException when the log holds what nobody wrote: a defect
    public static Item read(String text) {
        var json = Json.read(text);
        var at = Instant.parse(json.path("at").textValue());
        var kind = json.path("kind").textValue();
        return switch (kind) {
            case "danmaku" -> readDanmaku(at, json);
            case "likes" ->
                new Item.Likes(
                        at, json.path("count").longValue(), json.path("total").longValue());
            case "presence" ->
                new Item.Presence(
                        at, json.path("viewers").intValue(), json.path("peak").intValue());
            case "system" ->
                new Item.Show(at, Item.Show.Event.valueOf(json.path("event").textValue()));
            case "moderation" -> readModeration(at, json);
            case "lane" ->
                new Item.LaneChanged(
                        at,
                        Lane.valueOf(json.path("lane").textValue()),
                        Optional.of(json.path("segments"))
                                .filter(JsonNode::isObject)
                                .map(ItemJson::readSegments));
            default -> readShown(at, kind, json);
        };
    }

    private static Item readDanmaku(Instant at, JsonNode json) {
        var by = json.path("by");
        return new Item.Danmaku(
                at,
                new Author(
                        new Viewer(by.path("viewer").textValue()),
                        by.path("name").textValue(),
                        Role.valueOf(by.path("role").textValue())),
                DanmakuText.kept(json.path("text").textValue()),
                Colour.valueOf(json.path("colour").textValue()),
                Position.valueOf(json.path("position").textValue()),
                Instant.parse(json.path("onAirAt").textValue()));
    }

    private static Item readModeration(Instant at, JsonNode json) {
        var act = json.path("act").textValue();
        return switch (act) {
            case "MESSAGE_DELETED" ->
                new Item.MessageDeleted(at, json.path("message").longValue());
            case "MESSAGES_ERASED" -> new Item.MessagesErased(at, viewer(json));
            case "VIEWER_MUTED" ->
                new Item.ViewerMuted(
                        at, viewer(json), Instant.parse(json.path("until").textValue()));
            case "VIEWER_BANNED" -> new Item.ViewerBanned(at, viewer(json));
            case "SANCTION_LIFTED" -> new Item.SanctionLifted(at, viewer(json));
            case "POLICY_CHANGED" -> new Item.PolicyChanged(at, readPolicy(json.path("policy")));
            case "MODERATOR_APPOINTED" -> new Item.ModeratorAppointed(at, viewer(json));
            case "MODERATOR_DISMISSED" -> new Item.ModeratorDismissed(at, viewer(json));
            default -> throw new IllegalArgumentException("the log holds an unknown act: " + act);
        };
    }

    private static Viewer viewer(JsonNode json) {
        return new Viewer(json.path("viewer").textValue());
    }

    private static Policy readPolicy(JsonNode json) {
        return Policy.kept(
                json.path("slowModeSeconds").intValue(),
                json.path("followersOnly").booleanValue(),
                Optional.ofNullable(json.path("notice").textValue()));
    }

    private static Segments readSegments(JsonNode json) {
        return new Segments(
                URI.create(json.path("base").textValue()),
                json.path("slotMillis").intValue(),
                json.path("from").longValue());
    }
}
