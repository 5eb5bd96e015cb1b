package dev.vitrine.ledger.topups.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.ledger.boundary.Documents;
import dev.vitrine.ledger.topups.entity.CoinPackage;
import dev.vitrine.ledger.topups.entity.TopUp;
import dev.vitrine.platform.json.Json;
import java.time.Instant;

/// The documents of top-ups and what can be bought.
final class TopUpDocuments {
    private TopUpDocuments() {}

    static ObjectNode coinPackage(CoinPackage offered) {
        var json = Json.object().put("code", offered.code()).put("coins", offered.coins());
        json.set("price", Documents.money(offered.price()));
        return json;
    }

    static ObjectNode topUp(TopUp topUp, Instant now) {
        var state = topUp.stateAt(now);
        var json = Json.object()
                .put("id", topUp.id().toString())
                .put("state", state.name())
                .put("package", topUp.coinPackage())
                .put("method", topUp.method().name())
                .put("coins", topUp.coins());
        json.set("amount", Documents.money(topUp.amount()));
        return json.put(
                        "payUrl",
                        topUp.payUrl()
                                .filter(url -> state == TopUp.State.PENDING)
                                .map(Object::toString)
                                .orElse(null))
                .put("createdAt", topUp.createdAt().toString())
                .put("expiresAt", topUp.expiresAt().toString())
                .put("closedAt", topUp.closedAt().map(Instant::toString).orElse(null));
    }
}
