package dev.vitrine.rooms.entity;

/// Who wants to change something.
///
/// @param streamer may open rooms
/// @param operator may change every room
public record Actor(String id, String name, boolean streamer, boolean operator) {

    /// @throws NotAllowed when this person may not open a room
    public Streamer requireStreamer() {
        if (!streamer && !operator) {
            throw new NotAllowed("Opening a room needs the role streamer or operator.");
        }
        return new Streamer(id, name);
    }
}
