package dev.vitrine.ledger.wallets.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.ledger.boundary.Documents;
import dev.vitrine.ledger.transfers.entity.Balance;
import dev.vitrine.ledger.wallets.entity.WalletLine;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.json.Json;

/// The documents of wallets.
final class WalletDocuments {
    private WalletDocuments() {}

    static ObjectNode wallet(Balance coins) {
        var json = Json.object();
        json.putArray("balances")
                .addObject()
                .put("currency", coins.total().currency().name())
                .put("total", coins.total().minor())
                .put("held", coins.held().minor())
                .put("available", coins.available().minor());
        return json;
    }

    static ObjectNode line(WalletLine line) {
        var json = Json.object()
                .put("id", line.transfer().toString())
                .put("at", line.at().toString())
                .put("kind", line.kind());
        json.set("amount", Documents.money(new Money(line.amount(), Currency.COIN)));
        json.set("balance", Documents.money(new Money(line.balance(), Currency.COIN)));
        json.put("counterpart", line.counterpart().orElse(null))
                .put("room", line.room().map(RoomId::toString).orElse(null))
                .put("gift", line.gift().orElse(null));
        if (line.count().isPresent()) {
            json.put("count", line.count().getAsInt());
        } else {
            json.putNull("count");
        }
        return json;
    }
}
