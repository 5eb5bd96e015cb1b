package dev.vitrine.rooms.entity;

import dev.vitrine.model.InvalidValue;
import java.util.Arrays;

/// Whose goods a room shows: own brand, many sellers, or a third-party agency.
public enum RoomKind {
    BRAND,
    MARKETPLACE,
    PARTNER;

    public static RoomKind parse(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("kind", "must be one of " + Arrays.toString(values())));
    }
}
