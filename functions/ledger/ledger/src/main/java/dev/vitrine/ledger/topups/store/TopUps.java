package dev.vitrine.ledger.topups.store;

import dev.vitrine.ledger.store.RefusalsBySqlState;
import dev.vitrine.ledger.topups.entity.CoinPackage;
import dev.vitrine.ledger.topups.entity.PaymentNotice;
import dev.vitrine.ledger.topups.entity.TopUp;
import dev.vitrine.ledger.transfers.entity.Transfer;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.CloudEventJson;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Coins that are bought.
@ApplicationScoped
public class TopUps {
    private final Database database;

    public TopUps(Database database) {
        this.database = database;
    }

    /// Cheapest first.
    public Uni<List<CoinPackage>> packages() {
        return database.statements()
                .all(
                        row -> new CoinPackage(
                                row.getString("code"),
                                row.getLong("coins"),
                                new Money(row.getLong("price"), Currency.parse(row.getString("currency")))),
                        "select code, coins, currency, price from ledger.coin_packages where offered order by currency, price, code");
    }

    /// Starts it, or finds it started.
    public Uni<TopUp> start(
            UUID id,
            String owner,
            CoinPackage bought,
            TopUp.Method method,
            String provider,
            Duration lifetime,
            int mostOpen) {
        return database.statements()
                .one(
                        TopUps::read,
                        "select * from ledger.start_top_up"
                                + "($1, $2, $3, $4, $5, $6, $7, $8, $9::bigint * interval '1 millisecond', $10)",
                        id,
                        owner,
                        bought.code(),
                        method.name(),
                        bought.coins(),
                        bought.price().currency().name(),
                        bought.price().minor(),
                        provider,
                        lifetime.toMillis(),
                        mostOpen)
                .onFailure()
                .transform(RefusalsBySqlState::of);
    }

    public Uni<TopUp> keepSession(UUID id, String session, URI payUrl) {
        return database.statements()
                .one(TopUps::read, "select * from ledger.keep_session($1, $2, $3)", id, session, payUrl.toString());
    }

    public Uni<Optional<TopUp>> find(UUID id) {
        return database.statements().first(TopUps::read, "select * from ledger.top_ups where id = $1", id);
    }

    /// Latest first.
    public Uni<List<TopUp>> of(String owner, Optional<UUID> after, int limit) {
        return database.statements().all(TopUps::read, """
                select t.* from ledger.top_ups t
                where t.owner = $1 and ($2::uuid is null or (t.created_at, t.id) <
                    (select b.created_at, b.id from ledger.top_ups b where b.id = $2 and b.owner = $1))
                order by t.created_at desc, t.id desc limit $3
                """, owner, after.orElse(null), limit);
    }

    /// @param changed whether this was news
    public record Taken(TopUp.State state, boolean changed) {}

    /// Takes what the provider tells, once.
    ///
    /// @param transfer moves the coins if it tells of money
    public Uni<Taken> take(String provider, PaymentNotice notice, Transfer transfer, CloudEvent event) {
        return database.statements()
                .one(
                        row -> new Taken(TopUp.State.valueOf(row.getString("state")), row.getBoolean("changed")),
                        "select state, changed from ledger.take_payment"
                                + "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                        provider,
                        notice.event(),
                        notice.type().name(),
                        notice.topUp(),
                        notice.session(),
                        notice.amount(),
                        notice.currency(),
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

    private static TopUp read(Row row) {
        return new TopUp(
                row.getUUID("id"),
                row.getString("owner"),
                row.getString("package"),
                TopUp.Method.valueOf(row.getString("method")),
                row.getLong("coins"),
                new Money(row.getLong("amount"), Currency.parse(row.getString("currency"))),
                row.getString("provider"),
                Optional.ofNullable(row.getString("session")),
                Optional.ofNullable(row.getString("pay_url")).map(URI::create),
                TopUp.State.valueOf(row.getString("state")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "expires_at"),
                Columns.maybeInstant(row, "closed_at"));
    }
}
