package dev.vitrine.contract;

import java.util.List;

/// Compares two schemas of one event.
final class EventChange {
    private final Breaks breaks;
    private final String file;

    EventChange(Breaks breaks, String file) {
        this.breaks = breaks;
        this.file = file;
    }

    void compare(Place before, Place now) {
        if (!before.text("type").equals(now.text("type"))) {
            breaks.add(file + " type", "was " + before.text("type") + ", is " + now.text("type"));
        }
        new SchemaChange(breaks, Direction.EVENT).compare(file + " data", before.at("data"), now.at("data"));
        room(before.at("room"), now.at("room"));
    }

    /// What viewers see of it.
    private void room(Place before, Place now) {
        for (var key : List.of("kind", "to", "as")) {
            if (!before.text(key).equals(now.text(key)) && !before.isMissing()) {
                breaks.add(file + " room." + key, "was " + before.text(key) + ", is " + now.text(key));
            }
        }
        for (var field : before.node().path("fields")) {
            var shown = false;
            for (var other : now.node().path("fields")) {
                shown |= other.equals(field);
            }
            if (!shown) {
                breaks.add(file + " room.fields " + field.asText(), "is gone");
            }
        }
    }
}
