package dev.vitrine.chat.heal.boundary;

import dev.vitrine.chat.heal.control.HealTalk;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/// Called by the schedule, every minute.
public class Heal {
    private final HealTalk healTalk;

    Heal(HealTalk healTalk) {
        this.healTalk = healTalk;
    }

    @Funq("chat-heal")
    public Uni<Void> heal() {
        return healTalk.run();
    }
}
