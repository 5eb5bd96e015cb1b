package dev.vitrine.ledger.audit.store;

import dev.vitrine.ledger.audit.entity.Finding;
import dev.vitrine.ledger.audit.entity.Place;
import dev.vitrine.ledger.audit.entity.SharePlace;
import dev.vitrine.ledger.audit.entity.Verification;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.TransferId;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.CloudEventJson;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.sqlclient.data.Numeric;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Walks over all chains that were asked for.
@ApplicationScoped
public class Verifications {
    private final Database database;

    public Verifications(Database database) {
        this.database = database;
    }

    /// Starts one, or finds one running.
    ///
    /// @param stands after so long without a step the running one is called again
    public Uni<Verification> start(UUID id, String asker, Duration stands, CloudEvent event) {
        return database.statements()
                .one(
                        Verifications::read,
                        "select * from ledger.start_verification($1, $2, $3::bigint * interval '1 millisecond', $4, $5, $6)",
                        id,
                        asker,
                        stands.toMillis(),
                        event.id(),
                        event.type().value(),
                        new JsonObject(CloudEventJson.write(event)));
    }

    public Uni<Optional<Verification>> find(UUID id) {
        return database.statements().first(Verifications::read, "select * from ledger.verifications where id = $1", id);
    }

    public Uni<Optional<Verification>> newest() {
        return database.statements()
                .first(Verifications::read, "select * from ledger.verifications order by started_at desc limit 1");
    }

    /// Writes down what a step found, unless another did that step; calls the next one unless it was the last.
    ///
    /// @param next what the step left: a later state of the same
    /// @return whether it was written
    public Uni<Boolean> step(Verification next, CloudEvent event) {
        var broken = next.broken();
        return database.statements()
                .all(
                        row -> row.getUUID("id"),
                        """
                        with stepped as (
                            update ledger.verifications set step = $2, entries = $3, place_account = $4, place_shard = $5,
                                place_seq = $6, place_transfer = $7, stepped_at = clock_timestamp(),
                                done_at = case when $8 then clock_timestamp() end,
                                problem = $9, account_id = $10, shard = $11, seq = $12, transfer_id = $13,
                                place_streamer = $17, place_gift_at = $18, place_gift = $19, place_due = $20
                            where id = $1 and step = $2 - 1 and done_at is null returning id
                        ), called as (
                            insert into ledger.outbox select $14, $15, $16, clock_timestamp() from stepped where not $8
                        )
                        select id from stepped
                        """,
                        next.id(),
                        next.step(),
                        next.entries(),
                        next.place().map(place -> place.account().value()).orElse(null),
                        next.place().map(Place::shard).orElse(null),
                        next.place().map(Place::seq).orElse(null),
                        next.checked().map(TransferId::value).orElse(null),
                        next.isOver(),
                        broken.map(Finding::problem).orElse(null),
                        broken.flatMap(Finding::account).map(AccountId::value).orElse(null),
                        broken.flatMap(Finding::shard).orElse(null),
                        broken.map(Finding::seq)
                                .filter(OptionalLong::isPresent)
                                .map(OptionalLong::getAsLong)
                                .orElse(null),
                        broken.flatMap(Finding::transfer).map(TransferId::value).orElse(null),
                        event.id(),
                        event.type().value(),
                        CloudEventJson.write(event),
                        next.shares().map(SharePlace::streamer).orElse(null),
                        next.shares().map(SharePlace::at).orElse(null),
                        next.shares().map(SharePlace::gift).orElse(null),
                        next.shares().map(SharePlace::due).map(Numeric::create).orElse(null))
                .map(written -> !written.isEmpty());
    }

    private static Verification read(Row row) {
        var seq = row.getLong("seq");
        return new Verification(
                row.getUUID("id"),
                Columns.instant(row, "started_at"),
                Columns.maybeInstant(row, "done_at"),
                row.getLong("step"),
                row.getLong("entries"),
                Optional.ofNullable(row.getUUID("place_account"))
                        .map(account -> new Place(
                                new AccountId(account), row.getShort("place_shard"), row.getLong("place_seq"))),
                Optional.ofNullable(row.getUUID("place_transfer")).map(TransferId::new),
                Optional.ofNullable(row.getString("place_streamer"))
                        .map(streamer -> new SharePlace(
                                streamer,
                                Columns.instant(row, "place_gift_at"),
                                row.getUUID("place_gift"),
                                row.getBigDecimal("place_due"))),
                Optional.ofNullable(row.getString("problem"))
                        .map(problem -> new Finding(
                                problem,
                                Optional.ofNullable(row.getUUID("account_id")).map(AccountId::new),
                                Optional.ofNullable(row.getShort("shard")),
                                seq == null ? OptionalLong.empty() : OptionalLong.of(seq),
                                Optional.ofNullable(row.getUUID("transfer_id")).map(TransferId::new))));
    }
}
