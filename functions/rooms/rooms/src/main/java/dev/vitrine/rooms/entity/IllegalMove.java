package dev.vitrine.rooms.entity;

import dev.vitrine.model.ProblemType;

/// The state of the room does not allow what was asked.
public final class IllegalMove extends RoomRefusal {
    IllegalMove(RoomState from, Move move) {
        super(ProblemType.ILLEGAL_STATE, "A room in state " + from.name() + " cannot " + move.verb() + ".");
    }

    IllegalMove(RoomState from, String verb) {
        super(ProblemType.ILLEGAL_STATE, "A room in state " + from.name() + " cannot " + verb + ".");
    }
}
