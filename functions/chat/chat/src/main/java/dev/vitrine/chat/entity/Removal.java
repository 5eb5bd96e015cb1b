package dev.vitrine.chat.entity;

import java.util.Optional;

/// What an act takes back of what was said before it: the index of lane B tells it for as long as an
/// older segment may still be read, and the segments are rewritten by it.
public sealed interface Removal {
    /// The act's number: it takes back nothing above.
    long seq();

    record OfMessage(long seq, long message) implements Removal {}

    /// Everything of theirs, and their name where another item shows it.
    record OfViewer(long seq, Viewer viewer) implements Removal {}

    /// What an item that is not numbered yet takes back, as the scripts are told it; empty when
    /// nothing.
    static String taken(Item item) {
        return switch (item) {
            case Item.MessageDeleted(var _, var message) -> "m " + message;
            case Item.MessagesErased(var _, var viewer) -> "v " + viewer;
            case Item.ViewerBanned(var _, var viewer) -> "v " + viewer;
            default -> "";
        };
    }

    /// @param kept the act's number, then what `taken` said
    static Removal parse(String kept) {
        var words = kept.split(" ");
        long seq = Long.parseLong(words[0]);
        return switch (words[1]) {
            case "m" -> new OfMessage(seq, Long.parseLong(words[2]));
            case "v" -> new OfViewer(seq, new Viewer(words[2]));
            default -> throw new IllegalArgumentException("no removal: " + kept);
        };
    }

    /// Whether the stretch `(after, until]` may hold something of it.
    default boolean concerns(long after, long until) {
        return switch (this) {
            case OfMessage(var _, var message) -> after < message && message <= until;
            case OfViewer(var seq, var _) -> after < seq;
        };
    }

    /// @param speaker whose the item is, or whom it names; empty when nobody's
    default boolean takes(long number, Optional<String> speaker) {
        return switch (this) {
            case OfMessage(var _, var message) -> number == message;
            case OfViewer(var seq, var viewer) ->
                number < seq && speaker.filter(viewer.value()::equals).isPresent();
        };
    }
}
