package dev.vitrine.chat.entity;

/// What somebody is in one room.
public enum Role {
    GUEST,
    VIEWER,
    MODERATOR,
    STREAMER,
    OPERATOR;

    /// Whether they keep order here.
    public boolean moderates() {
        return this == MODERATOR || this == STREAMER || this == OPERATOR;
    }

    /// Whether they may sanction somebody of the other role: who stands higher.
    public boolean mayAct(Role other) {
        return moderates() && compareTo(other) > 0;
    }
}
