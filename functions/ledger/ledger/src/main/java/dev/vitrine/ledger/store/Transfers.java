package dev.vitrine.ledger.store;

import dev.vitrine.ledger.entity.Entry;
import dev.vitrine.ledger.entity.HoldId;
import dev.vitrine.ledger.entity.Refusal;
import dev.vitrine.ledger.entity.Transfer;
import dev.vitrine.ledger.entity.TransferDecision;
import dev.vitrine.ledger.entity.TransferId;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.CloudEventJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Transfers: posted in one round trip, once.
@ApplicationScoped
public class Transfers {
    static final String POST =
            "select repeated, recorded_at from ledger.post_transfer" + "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

    private final Books books;

    public Transfers(Books books) {
        this.books = books;
    }

    /// @param event commits with the transfer, and only if this call posts it
    public Uni<TransferDecision> post(Transfer transfer, Optional<CloudEvent> event) {
        var entries = transfer.entries();
        return books.ask(
                        Transfers::decision,
                        POST,
                        transfer.id().value(),
                        transfer.kind().value(),
                        transfer.reference().value(),
                        entries.stream().map(entry -> entry.account().value()).toArray(UUID[]::new),
                        entries.stream()
                                .map(entry -> entry.amount().currency().name())
                                .toArray(String[]::new),
                        entries.stream().map(entry -> entry.amount().minor()).toArray(Long[]::new),
                        transfer.captures().map(HoldId::value).orElse(null),
                        transfer.reverses().map(TransferId::value).orElse(null),
                        event.map(CloudEvent::id).orElse(null),
                        event.map(told -> told.type().value()).orElse(null),
                        event.map(CloudEventJson::write).orElse(null))
                .map(List::getFirst)
                .onFailure()
                .recoverWithUni(failure -> refusal(failure, transfer));
    }

    /// Its entries, ascending by account; empty when there is no such transfer.
    public Uni<List<Entry>> entries(TransferId transfer) {
        return books.ask(
                row -> new Entry(
                        Rows.account(row), new Money(row.getLong("amount"), Currency.parse(row.getString("currency")))),
                "select account_id, currency, amount from ledger.entries where transfer_id = $1 order by account_id",
                transfer.value());
    }

    private static TransferDecision decision(Row row) {
        var at = Books.instant(row, "recorded_at");
        return row.getBoolean("repeated") ? new TransferDecision.Repeated(at) : new TransferDecision.Posted(at);
    }

    private static Uni<Refusal> refusal(Throwable failure, Transfer transfer) {
        return Refusals.of(failure, account -> transfer.entries().stream()
                .filter(entry -> entry.account().equals(account))
                .findFirst()
                .orElseThrow()
                .amount()
                .currency());
    }
}
