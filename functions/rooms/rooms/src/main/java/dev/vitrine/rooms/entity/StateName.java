package dev.vitrine.rooms.entity;

import dev.vitrine.model.InvalidValue;
import java.util.Arrays;

/// What a state is called, in the contract and in the store.
public enum StateName {
    SCHEDULED,
    READY,
    LIVE,
    INTERRUPTED,
    ENDED,
    REPLAY_READY,
    CANCELLED;

    public static StateName parse(String name) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("state", "must be one of " + Arrays.toString(values())));
    }
}
