package dev.vitrine.chat.store;

import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.model.RoomId;

/// The names of everything in Redis; the README says what is behind each. A room's keys share a hash tag,
/// so that one script may touch them in a cluster too.
final class Keys {
    static final String ACTIVE_ROOMS = "rooms:active";
    static final String PLATFORM_WORDS_VERSION = "words:version";

    private Keys() {}

    static String log(RoomId room) {
        return of(room, "log");
    }

    static String sequence(RoomId room) {
        return of(room, "seq");
    }

    static String facts(RoomId room) {
        return of(room, "facts");
    }

    static String run(RoomId room) {
        return of(room, "run");
    }

    static String lease(RoomId room) {
        return of(room, "lease");
    }

    static String awake(RoomId room) {
        return of(room, "awake");
    }

    static String told(RoomId room) {
        return of(room, "told");
    }

    static String hidden(RoomId room) {
        return of(room, "hidden");
    }

    static String sockets(RoomId room) {
        return of(room, "sockets");
    }

    static String readers(RoomId room) {
        return of(room, "readers");
    }

    static String moderators(RoomId room) {
        return of(room, "mods");
    }

    static String banned(RoomId room) {
        return of(room, "banned");
    }

    static String muted(RoomId room) {
        return of(room, "muted");
    }

    static String said(RoomId room, Viewer viewer) {
        return of(room, "said:" + viewer);
    }

    static String clientId(RoomId room, Viewer viewer, String clientId) {
        return of(room, "id:" + viewer + ":" + clientId);
    }

    static String socket(String connection) {
        return "socket:" + connection;
    }

    static String followers(String streamer) {
        return "followers:" + streamer;
    }

    private static String of(RoomId room, String what) {
        return "{" + room + "}:" + what;
    }
}
