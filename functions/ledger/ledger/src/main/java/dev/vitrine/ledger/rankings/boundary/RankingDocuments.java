package dev.vitrine.ledger.rankings.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.ledger.rankings.control.RankGifts;
import dev.vitrine.ledger.rankings.entity.Ranked;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.json.Json;
import java.util.List;

/// The documents of rankings.
final class RankingDocuments {
    private RankingDocuments() {}

    static ObjectNode roomRanking(RoomId room, RankGifts.OfRoom ranking) {
        var json = Json.object().put("room", room.toString()).put("coins", ranking.coins());
        ranked(json, "viewer", ranking.first());
        return json;
    }

    static ObjectNode dayRanking(RankGifts.OfDay ranking) {
        var json = Json.object().put("day", ranking.day().toString());
        ranked(json, "streamer", ranking.first());
        return json;
    }

    private static void ranked(ObjectNode json, String who, List<Ranked> first) {
        var items = json.putArray("items");
        for (var each : first) {
            items.addObject()
                    .put("rank", items.size())
                    .put(who, each.who())
                    .put("name", each.name())
                    .put("coins", each.coins());
        }
    }
}
