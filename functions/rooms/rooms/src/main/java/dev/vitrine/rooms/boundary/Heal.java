package dev.vitrine.rooms.boundary;

import dev.vitrine.rooms.control.HealRooms;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/// Called by the schedule, every minute.
public class Heal {
    private final HealRooms healRooms;

    Heal(HealRooms healRooms) {
        this.healRooms = healRooms;
    }

    @Funq("rooms-heal")
    public Uni<Void> heal() {
        return healRooms.run();
    }
}
