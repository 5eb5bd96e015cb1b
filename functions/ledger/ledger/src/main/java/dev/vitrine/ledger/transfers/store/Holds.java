package dev.vitrine.ledger.transfers.store;

import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.Hold;
import dev.vitrine.ledger.transfers.entity.HoldDecision;
import dev.vitrine.ledger.transfers.entity.HoldId;
import dev.vitrine.ledger.transfers.entity.Reference;
import dev.vitrine.ledger.transfers.entity.ReleaseDecision;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Holds: placed, released, over. Captured by a transfer.
@ApplicationScoped
public class Holds {
    private final Database database;

    public Holds(Database database) {
        this.database = database;
    }

    public Uni<HoldDecision> place(Hold hold) {
        return database.statements()
                .one(
                        Holds::placed,
                        "select repeated, expires_at from ledger.place_hold"
                                + "($1, $2, $3, $4, $5::bigint * interval '1 millisecond', $6)",
                        hold.id().value(),
                        hold.account().value(),
                        hold.amount().currency().name(),
                        hold.amount().minor(),
                        hold.lifetime().toMillis(),
                        hold.reference().value())
                .onFailure()
                .recoverWithUni(failure ->
                        RefusedBySqlState.of(failure, account -> hold.amount().currency()));
    }

    public Uni<ReleaseDecision> release(HoldId hold) {
        return database.statements()
                .one(Holds::released, "select repeated from ledger.release_hold($1)", hold.value())
                .onFailure()
                .recoverWithUni(failure -> RefusedBySqlState.of(failure, account -> {
                    throw new IllegalStateException("a release needs no funds", failure);
                }));
    }

    /// What was set aside, and what for.
    public record Placed(AccountId account, Reference reference) {}

    public Uni<Optional<Placed>> find(HoldId hold) {
        return database.statements()
                .first(
                        row -> new Placed(
                                new AccountId(row.getUUID("account_id")), new Reference(row.getString("reference"))),
                        "select account_id, reference from ledger.holds where id = $1",
                        hold.value());
    }

    /// Ends up to `most` holds whose time is over.
    ///
    /// @return how many
    public Uni<Integer> expire(int most) {
        return database.statements()
                .one(row -> row.getInteger("expired"), "select ledger.expire_holds($1) as expired", most);
    }

    private static HoldDecision placed(Row row) {
        var expiresAt = Columns.instant(row, "expires_at");
        return row.getBoolean("repeated") ? new HoldDecision.Repeated(expiresAt) : new HoldDecision.Placed(expiresAt);
    }

    private static ReleaseDecision released(Row row) {
        return row.getBoolean("repeated") ? new ReleaseDecision.Repeated() : new ReleaseDecision.Released();
    }
}
