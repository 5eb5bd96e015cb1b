package dev.vitrine.ledger.audit.store;

import dev.vitrine.ledger.audit.entity.Checkpoint;
import dev.vitrine.ledger.audit.entity.Finding;
import dev.vitrine.ledger.audit.entity.Place;
import dev.vitrine.ledger.audit.entity.SharePlace;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.TransferId;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.sqlclient.data.Numeric;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// Chains and seals.
@ApplicationScoped
public class Proofs {
    private static final String BROKEN = "problem, account_id, shard, seq, transfer_id";

    private final Database database;

    public Proofs(Database database) {
        this.database = database;
    }

    /// A part of the chains.
    ///
    /// @param checked entries that were looked at
    /// @param next where to go on; absent when the last chain ended
    public record CheckedEntries(int checked, Optional<Place> next, Optional<Finding> broken) {}

    public Uni<CheckedEntries> checkEntries(Place after, int most, Duration patience) {
        return database.statements(patience)
                .one(
                        row -> entries(row, most),
                        "select checked, last_account, last_shard, last_seq, " + BROKEN
                                + " from ledger.verify_entries($1, $2, $3, $4)",
                        after.account().value(),
                        after.shard(),
                        after.seq(),
                        most);
    }

    /// Some transfers.
    ///
    /// @param next where to go on; absent when there are no more
    public record CheckedTransfers(Optional<TransferId> next, Optional<Finding> broken) {}

    /// Up to `most` transfers behind an id: whether each balances and says what was asked for.
    public Uni<CheckedTransfers> checkTransfers(TransferId after, int most, Duration patience) {
        return database.statements(patience)
                .one(
                        row -> transfers(row, most),
                        "select checked, last, problem, transfer_id from ledger.verify_transfers($1, $2)",
                        after.value(),
                        most);
    }

    /// Gifts of some streamers.
    ///
    /// @param next where to go on; absent when there are no more
    public record CheckedShares(Optional<SharePlace> next, Optional<Finding> broken) {}

    /// Up to `most` gifts behind a place: whether what streamers were due of them is paid or carried.
    public Uni<CheckedShares> checkShares(SharePlace after, int most, Duration patience) {
        return database.statements(patience)
                .one(
                        row -> shares(row, most),
                        "select checked, last_streamer, last_at, last_gift, last_due, problem, account_id"
                                + " from ledger.verify_shares($1, $2, $3, $4, $5)",
                        after.streamer(),
                        after.at(),
                        after.gift(),
                        Numeric.create(after.due()),
                        most);
    }

    /// What no page shows by itself. Reads every head and the last entry of each chain.
    public Uni<Optional<Finding>> checkBooks(Duration patience) {
        return database.statements(patience)
                .first(Proofs::broken, "select " + BROKEN + " from ledger.verify_books() limit 1");
    }

    /// Absent when nothing had moved.
    public Uni<Optional<Checkpoint>> seal(int most, Duration patience) {
        return database.statements(patience)
                .first(Proofs::checkpoint, "select number, sealed_at, lines, hash from ledger.seal($1)", most);
    }

    public Uni<Optional<Checkpoint>> newest() {
        return database.statements()
                .first(
                        Proofs::checkpoint,
                        "select number, sealed_at, lines, hash from ledger.checkpoints order by number desc limit 1");
    }

    private static CheckedEntries entries(Row row, int most) {
        int checked = row.getInteger("checked");
        var next = checked < most
                ? Optional.<Place>empty()
                : Optional.of(new Place(
                        new AccountId(row.getUUID("last_account")),
                        row.getShort("last_shard"),
                        row.getLong("last_seq")));
        var broken = row.getString("problem") == null ? Optional.<Finding>empty() : Optional.of(broken(row));
        return new CheckedEntries(checked, next, broken);
    }

    private static CheckedTransfers transfers(Row row, int most) {
        var next = row.getInteger("checked") < most
                ? Optional.<TransferId>empty()
                : Optional.of(new TransferId(row.getUUID("last")));
        var broken = Optional.ofNullable(row.getString("problem"))
                .map(problem -> new Finding(
                        problem,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.of(new TransferId(row.getUUID("transfer_id")))));
        return new CheckedTransfers(next, broken);
    }

    private static CheckedShares shares(Row row, int most) {
        var next = row.getInteger("checked") < most
                ? Optional.<SharePlace>empty()
                : Optional.of(new SharePlace(
                        row.getString("last_streamer"),
                        Columns.instant(row, "last_at"),
                        row.getUUID("last_gift"),
                        row.getBigDecimal("last_due")));
        var broken = Optional.ofNullable(row.getString("problem"))
                .map(problem -> new Finding(
                        problem,
                        Optional.of(new AccountId(row.getUUID("account_id"))),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty()));
        return new CheckedShares(next, broken);
    }

    private static Finding broken(Row row) {
        var seq = row.getLong("seq");
        return new Finding(
                row.getString("problem"),
                Optional.ofNullable(row.getUUID("account_id")).map(AccountId::new),
                Optional.ofNullable(row.getShort("shard")),
                seq == null ? OptionalLong.empty() : OptionalLong.of(seq),
                Optional.ofNullable(row.getUUID("transfer_id")).map(TransferId::new));
    }

    private static Checkpoint checkpoint(Row row) {
        return new Checkpoint(
                row.getLong("number"),
                Columns.instant(row, "sealed_at"),
                row.getLong("lines"),
                Columns.hex(row, "hash"));
    }
}
