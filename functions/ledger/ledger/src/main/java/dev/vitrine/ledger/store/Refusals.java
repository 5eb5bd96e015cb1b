package dev.vitrine.ledger.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.ledger.entity.AccountId;
import dev.vitrine.ledger.entity.Refusal;
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
final class Refusals {
    private Refusals() {}

    /// @param currencies of the accounts in the request, since the database answers in minor units
    /// @return the refusal; fails with the failure itself when it is none
    static Uni<Refusal> of(Throwable failure, Function<AccountId, Currency> currencies) {
        return failure instanceof PgException refused
                ? find(refused, currencies).map(Uni.createFrom()::item).orElseGet(() -> Uni.createFrom()
                        .failure(failure))
                : Uni.createFrom().failure(failure);
    }

    private static Optional<Refusal> find(PgException refused, Function<AccountId, Currency> currencies) {
        return Optional.ofNullable(
                switch (refused.getSqlState()) {
                    case "LG001" -> {
                        var account = account(detail(refused));
                        var missing = detail(refused).get("missing").longValue();
                        yield new Refusal.InsufficientFunds(account, new Money(missing, currencies.apply(account)));
                    }
                    case "LG002" -> new Refusal.UnknownAccount(account(detail(refused)));
                    case "LG003" -> new Refusal.CurrencyMismatch(account(detail(refused)));
                    case "LG004" -> new Refusal.IdReused();
                    case "LG008" -> new Refusal.UnknownHold();
                    case "LG009" -> new Refusal.HoldExpired();
                    case "LG010" ->
                        new Refusal.HoldClosed(detail(refused).get("state").textValue());
                    case "LG011" ->
                        new Refusal.CaptureTooLarge(detail(refused).get("held").longValue());
                    case "LG012" -> new Refusal.UnknownOriginal();
                    case "LG013" -> new Refusal.ReversalTooLarge();
                    case "LG015" -> new Refusal.HoldsNotTaken();
                    case "22003" -> new Refusal.BalanceOutOfRange(); // PostgreSQL: numeric_value_out_of_range
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
