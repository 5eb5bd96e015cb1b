package dev.vitrine.ledger.store;

import dev.vitrine.ledger.entity.MoneyRefusal;
import dev.vitrine.platform.json.Json;
import io.vertx.pgclient.PgException;

/// What the functions of gifts, top-ups and withdrawals refuse, by SQLSTATE (README).
public final class RefusalsBySqlState {
    private RefusalsBySqlState() {}

    /// @return the failure itself when it is no refusal
    public static Throwable of(Throwable failure) {
        if (!(failure instanceof PgException refused)) {
            return failure;
        }
        return switch (refused.getSqlState()) {
            case "LG001" ->
                new MoneyRefusal.Insufficient(
                        Json.read(refused.getDetail()).get("missing").longValue());
            case "LG004" -> new MoneyRefusal.KeyReused();
            case "LG009" -> new MoneyRefusal.Unfitting("Nobody decided in time; the coins are free again.");
            case "LG020" -> new MoneyRefusal.Unfitting("Too many wait for payment; pay them or let them expire.");
            case "LG021" -> new MoneyRefusal.NotFound("top-up");
            case "LG022" -> new MoneyRefusal.Unfitting("The payment is not that of the top-up.");
            case "LG023" -> new MoneyRefusal.NotFound("withdrawal");
            case "LG024" -> new MoneyRefusal.Unfitting("It was decided otherwise.");
            case "LG025" -> new MoneyRefusal.NotAllowed("Nobody decides about their own withdrawal.");
            case "LG026" -> new MoneyRefusal.NotFound("room");
            case "LG027" -> new MoneyRefusal.NotFound("gift");
            case "LG028" ->
                new MoneyRefusal.Unfitting("Gifts are given while the room is live; it is "
                        + Json.read(refused.getDetail()).get("state").textValue() + ".");
            case "LG029" -> new MoneyRefusal.NotAllowed("Nobody gives in their own room.");
            default -> failure;
        };
    }
}
