package dev.vitrine.chat.store;

import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.model.RoomId;
import java.util.function.UnaryOperator;

/// The names of everything in Redis; the README says what is behind each. A room's keys share a hash tag,
/// so that one script may touch them in a cluster too.
public final class Keys {
    public static final String ACTIVE_ROOMS = "rooms:active";
    public static final String PLATFORM_WORDS_VERSION = "words:version";

    private Keys() {}

    /// What scripts call the keys of a room.
    ///
    /// @return throws `IllegalArgumentException` for a name that is none of a room's
    public static UnaryOperator<String> of(RoomId room) {
        return name -> switch (name) {
            case "sequence" -> sequence(room);
            case "moderators" -> moderators(room);
            case "log",
                    "facts",
                    "run",
                    "lease",
                    "awake",
                    "told",
                    "hidden",
                    "sockets",
                    "readers",
                    "banned",
                    "muted",
                    "standing",
                    "people",
                    "operators",
                    "private",
                    "segments",
                    "removed" -> of(room, name);
            default -> throw new IllegalArgumentException("no key of a room is called " + name);
        };
    }

    public static String log(RoomId room) {
        return of(room, "log");
    }

    public static String sequence(RoomId room) {
        return of(room, "seq");
    }

    public static String facts(RoomId room) {
        return of(room, "facts");
    }

    public static String run(RoomId room) {
        return of(room, "run");
    }

    public static String lease(RoomId room) {
        return of(room, "lease");
    }

    public static String awake(RoomId room) {
        return of(room, "awake");
    }

    public static String told(RoomId room) {
        return of(room, "told");
    }

    public static String hidden(RoomId room) {
        return of(room, "hidden");
    }

    public static String sockets(RoomId room) {
        return of(room, "sockets");
    }

    public static String readers(RoomId room) {
        return of(room, "readers");
    }

    public static String moderators(RoomId room) {
        return of(room, "mods");
    }

    public static String banned(RoomId room) {
        return of(room, "banned");
    }

    public static String muted(RoomId room) {
        return of(room, "muted");
    }

    /// The slots of lane B whose segments there are.
    public static String segments(RoomId room) {
        return of(room, "segments");
    }

    public static String said(RoomId room, Viewer viewer) {
        return of(room, "said:" + viewer);
    }

    public static String clientId(RoomId room, Viewer viewer, String clientId) {
        return of(room, "id:" + viewer + ":" + clientId);
    }

    public static String socket(String connection) {
        return "socket:" + connection;
    }

    public static String followers(String streamer) {
        return "followers:" + streamer;
    }

    /// Whom somebody follows: so that they are found when they are erased.
    public static String follows(String subject) {
        return "follows:" + subject;
    }

    private static String of(RoomId room, String what) {
        return "{" + room + "}:" + what;
    }
}
