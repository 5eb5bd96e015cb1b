package dev.vitrine.ledger.transfers.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.Refused;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.util.Optional;
import java.util.function.Function;

/// What the database refuses, by SQLSTATE: class `LG` is ours, raised by the functions of `db/ledger`.
///
/// `LG005` to `LG007`, `LG014` and `LG016` have no case here: values that cannot be constructed wrong would
/// have to be, so they stay exceptions, ours.
final class RefusedBySqlState {
    private RefusedBySqlState() {}

    /// @param currencies of the accounts in the request, since the database answers in minor units
    /// @return the refusal; fails with the failure itself when it is none
    static Uni<Refused> of(Throwable failure, Function<AccountId, Currency> currencies) {
        return failure instanceof PgException refused
                ? find(refused, currencies).map(Uni.createFrom()::item).orElseGet(() -> Uni.createFrom()
                        .failure(failure))
                : Uni.createFrom().failure(failure);
    }

    private static Optional<Refused> find(PgException refused, Function<AccountId, Currency> currencies) {
        return Optional.ofNullable(
                switch (refused.getSqlState()) {
                    case "LG001" -> {
                        var account = account(detail(refused));
                        var missing = detail(refused).get("missing").longValue();
                        yield new Refused.InsufficientFunds(account, new Money(missing, currencies.apply(account)));
                    }
                    case "LG002" -> new Refused.UnknownAccount(account(detail(refused)));
                    case "LG003" -> new Refused.CurrencyMismatch(account(detail(refused)));
                    case "LG004" -> new Refused.IdReused();
                    case "LG008" -> new Refused.UnknownHold();
                    case "LG009" -> new Refused.HoldExpired();
                    case "LG010" ->
                        new Refused.HoldClosed(detail(refused).get("state").textValue());
                    case "LG011" ->
                        new Refused.CaptureTooLarge(detail(refused).get("held").longValue());
                    case "LG012" -> new Refused.UnknownOriginal();
                    case "LG013" -> new Refused.ReversalTooLarge();
                    case "LG015" -> new Refused.HoldsNotTaken();
                    case "22003" -> new Refused.BalanceOutOfRange(); // PostgreSQL: numeric_value_out_of_range
                    default -> null;
                });
    }

    private static JsonNode detail(PgException refused) {
        return Json.read(refused.getDetail());
    }

    private static AccountId account(JsonNode detail) {
        return AccountId.parse(detail.get("account").textValue());
    }
}
