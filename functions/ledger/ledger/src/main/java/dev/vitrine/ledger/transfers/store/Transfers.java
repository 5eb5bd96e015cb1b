package dev.vitrine.ledger.transfers.store;

import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.Entry;
import dev.vitrine.ledger.transfers.entity.HoldId;
import dev.vitrine.ledger.transfers.entity.Refused;
import dev.vitrine.ledger.transfers.entity.Transfer;
import dev.vitrine.ledger.transfers.entity.TransferDecision;
import dev.vitrine.ledger.transfers.entity.TransferId;
import dev.vitrine.ledger.transfers.entity.TransferKind;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Transfers: posted in one round trip, once.
@ApplicationScoped
public class Transfers {
    private final Database database;

    public Transfers(Database database) {
        this.database = database;
    }

    public Uni<TransferDecision> post(Transfer transfer) {
        var entries = transfer.entries();
        return database.statements()
                .one(
                        Transfers::decision,
                        "select repeated, recorded_at from ledger.post_transfer($1, $2, $3, $4, $5, $6, $7, $8)",
                        transfer.id().value(),
                        transfer.kind().value(),
                        transfer.reference().value(),
                        entries.stream().map(entry -> entry.account().value()).toArray(UUID[]::new),
                        entries.stream()
                                .map(entry -> entry.amount().currency().name())
                                .toArray(String[]::new),
                        entries.stream().map(entry -> entry.amount().minor()).toArray(Long[]::new),
                        transfer.captures().map(HoldId::value).orElse(null),
                        transfer.reverses().map(TransferId::value).orElse(null))
                .onFailure()
                .recoverWithUni(failure -> refusal(failure, transfer));
    }

    /// Its entries, ascending by account; empty when there is no such transfer.
    public Uni<List<Entry>> entries(TransferId transfer) {
        return database.statements()
                .all(
                        row -> new Entry(
                                new AccountId(row.getUUID("account_id")),
                                new Money(row.getLong("amount"), Currency.parse(row.getString("currency")))),
                        "select account_id, currency, amount from ledger.entries where transfer_id = $1 order by account_id",
                        transfer.value());
    }

    public Uni<Optional<TransferKind>> kind(TransferId transfer) {
        return database.statements()
                .first(
                        row -> new TransferKind(row.getString("kind")),
                        "select kind from ledger.transfers where id = $1",
                        transfer.value());
    }

    private static TransferDecision decision(Row row) {
        var at = Columns.instant(row, "recorded_at");
        return row.getBoolean("repeated") ? new TransferDecision.Repeated(at) : new TransferDecision.Posted(at);
    }

    private static Uni<Refused> refusal(Throwable failure, Transfer transfer) {
        return RefusedBySqlState.of(failure, account -> transfer.entries().stream()
                .filter(entry -> entry.account().equals(account))
                .findFirst()
                .orElseThrow()
                .amount()
                .currency());
    }
}
