package dev.vitrine.ledger.withdrawals.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.ledger.boundary.Documents;
import dev.vitrine.ledger.withdrawals.entity.Withdrawal;
import dev.vitrine.platform.json.Json;
import java.time.Instant;

/// The documents of withdrawals.
final class WithdrawalDocuments {
    private WithdrawalDocuments() {}

    static ObjectNode withdrawal(Withdrawal asked, Instant now) {
        var json = Json.object()
                .put("id", asked.id().toString())
                .put("state", asked.stateAt(now).name())
                .put("coins", asked.coins());
        json.set("amount", Documents.money(asked.amount()));
        return decided(json, asked);
    }

    static ObjectNode review(Withdrawal asked, Instant now) {
        var json = withdrawal(asked, now).put("streamer", asked.streamer()).put("name", asked.streamerName());
        return json.put("decidedBy", asked.decided().map(Withdrawal.Decided::by).orElse(null));
    }

    private static ObjectNode decided(ObjectNode json, Withdrawal asked) {
        return json.put("requestedAt", asked.requestedAt().toString())
                .put("expiresAt", asked.expiresAt().toString())
                .put(
                        "decidedAt",
                        asked.decided().map(decided -> decided.at().toString()).orElse(null))
                .put("reason", asked.decided().map(Withdrawal.Decided::reason).orElse(null));
    }
}
