package dev.vitrine.ledger.withdrawals.store;

import dev.vitrine.ledger.store.RefusalsBySqlState;
import dev.vitrine.ledger.transfers.entity.Transfer;
import dev.vitrine.ledger.withdrawals.entity.Withdrawal;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.CloudEventJson;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Income that is paid out.
@ApplicationScoped
public class Withdrawals {
    private final Database database;

    public Withdrawals(Database database) {
        this.database = database;
    }

    public Uni<Withdrawal> request(UUID id, String streamer, String name, long coins, Money amount, Duration lifetime) {
        return database.statements()
                .one(
                        Withdrawals::read,
                        "select * from ledger.request_withdrawal"
                                + "($1, $2, $3, $4, $5, $6, $7::bigint * interval '1 millisecond')",
                        id,
                        streamer,
                        name,
                        coins,
                        amount.currency().name(),
                        amount.minor(),
                        lifetime.toMillis())
                .onFailure()
                .transform(RefusalsBySqlState::of);
    }

    public Uni<Optional<Withdrawal>> find(UUID id) {
        return database.statements().first(Withdrawals::read, "select * from ledger.withdrawals where id = $1", id);
    }

    /// Latest first.
    public Uni<List<Withdrawal>> of(String streamer, Optional<UUID> after, int limit) {
        return database.statements().all(Withdrawals::read, """
                select w.* from ledger.withdrawals w
                where w.streamer = $1 and ($2::uuid is null or (w.requested_at, w.id) <
                    (select b.requested_at, b.id from ledger.withdrawals b where b.id = $2 and b.streamer = $1))
                order by w.requested_at desc, w.id desc limit $3
                """, streamer, after.orElse(null), limit);
    }

    /// Those that can still be decided, oldest first.
    public Uni<List<Withdrawal>> open(Instant now, Optional<UUID> after, int limit) {
        return database.statements().all(Withdrawals::read, """
                select w.* from ledger.withdrawals w
                where w.state = 'REQUESTED' and w.expires_at > $1 and ($2::uuid is null or (w.requested_at, w.id) >
                    (select b.requested_at, b.id from ledger.withdrawals b where b.id = $2))
                order by w.requested_at, w.id limit $3
                """, now, after.orElse(null), limit);
    }

    public Uni<Withdrawal> approve(UUID id, String by, String reason, Transfer transfer, CloudEvent event) {
        return database.statements()
                .one(
                        Withdrawals::read,
                        "select * from ledger.approve_withdrawal($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                        id,
                        by,
                        reason,
                        transfer.entries().stream()
                                .map(entry -> entry.account().value())
                                .toArray(UUID[]::new),
                        transfer.entries().stream()
                                .map(entry -> entry.amount().currency().name())
                                .toArray(String[]::new),
                        transfer.entries().stream()
                                .map(entry -> entry.amount().minor())
                                .toArray(Long[]::new),
                        event.id(),
                        event.type().value(),
                        CloudEventJson.write(event))
                .onFailure()
                .transform(RefusalsBySqlState::of);
    }

    public Uni<Withdrawal> refuse(UUID id, String by, String reason, CloudEvent event) {
        return database.statements()
                .one(
                        Withdrawals::read,
                        "select * from ledger.refuse_withdrawal($1, $2, $3, $4, $5, $6)",
                        id,
                        by,
                        reason,
                        event.id(),
                        event.type().value(),
                        CloudEventJson.write(event))
                .onFailure()
                .transform(RefusalsBySqlState::of);
    }

    private static Withdrawal read(Row row) {
        return new Withdrawal(
                row.getUUID("id"),
                row.getString("streamer"),
                row.getString("streamer_name"),
                row.getLong("coins"),
                new Money(row.getLong("amount"), Currency.parse(row.getString("currency"))),
                Withdrawal.State.valueOf(row.getString("state")),
                Columns.instant(row, "requested_at"),
                Columns.instant(row, "expires_at"),
                Optional.ofNullable(row.getString("decided_by"))
                        .map(by -> new Withdrawal.Decided(
                                Columns.instant(row, "decided_at"), by, row.getString("reason"))));
    }
}
