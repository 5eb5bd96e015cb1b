package dev.vitrine.rooms.entity;

/// The state of the room does not allow what was asked.
public final class IllegalMove extends RoomRefusal {
    IllegalMove(RoomState from, Move move) {
        super("A room in state " + from.name() + " cannot " + move.verb() + ".");
    }

    IllegalMove(RoomState from, String verb) {
        super("A room in state " + from.name() + " cannot " + verb + ".");
    }
}
