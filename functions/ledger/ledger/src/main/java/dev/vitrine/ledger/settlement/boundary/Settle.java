package dev.vitrine.ledger.settlement.boundary;

import dev.vitrine.ledger.settlement.control.SettleIncome;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/// Called by the schedule, every hour: the first call of a day settles it, the others end what was left.
public class Settle {
    private final SettleIncome settleIncome;

    Settle(SettleIncome settleIncome) {
        this.settleIncome = settleIncome;
    }

    @Funq("ledger-settle")
    public Uni<Void> settle() {
        return settleIncome.run().replaceWithVoid();
    }
}
