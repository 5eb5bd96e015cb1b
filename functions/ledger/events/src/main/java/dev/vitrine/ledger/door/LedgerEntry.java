package dev.vitrine.ledger.door;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.event.Bounds;
import dev.vitrine.event.Fields;
import dev.vitrine.model.InvalidValue;

/// One line of a transfer.
///
/// @param amount in minor units of the account's currency; above zero what it receives, below zero what it gives
public record LedgerEntry(LedgerAccount account, long amount) {
    /// 2^53 - 1: exact in every JSON reader.
    public static final long MOST = 9_007_199_254_740_991L;

    public LedgerEntry {
        Bounds.present("account", account);
        if (amount == 0 || amount < -MOST || amount > MOST) {
            throw new InvalidValue("amount", "must be from 1 to " + MOST + " minor units, or as much below zero");
        }
    }

    static LedgerEntry of(Fields fields) {
        return new LedgerEntry(
                LedgerAccount.of(fields.required("account").fields()),
                fields.required("amount").int64());
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("account", account.json());
        return json.put("amount", amount);
    }
}
