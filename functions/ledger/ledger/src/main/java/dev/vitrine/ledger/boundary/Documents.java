package dev.vitrine.ledger.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.ledger.control.RankGifts;
import dev.vitrine.ledger.entity.Balance;
import dev.vitrine.ledger.entity.CoinPackage;
import dev.vitrine.ledger.entity.GiftKind;
import dev.vitrine.ledger.entity.Ranked;
import dev.vitrine.ledger.entity.SentGift;
import dev.vitrine.ledger.entity.TopUp;
import dev.vitrine.ledger.entity.WalletLine;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// The documents of wallets and gifts.
final class Documents {
    private Documents() {}

    static <T> ObjectNode list(List<T> all, Function<T, ObjectNode> show) {
        var json = Json.object();
        var items = json.putArray("items");
        all.forEach(each -> items.add(show.apply(each)));
        return json;
    }

    static ObjectNode money(Money money) {
        return Json.object().put("currency", money.currency().name()).put("minor", money.minor());
    }

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
        json.set("amount", money(new Money(line.amount(), Currency.COIN)));
        json.set("balance", money(new Money(line.balance(), Currency.COIN)));
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

    static ObjectNode coinPackage(CoinPackage offered) {
        var json = Json.object().put("code", offered.code()).put("coins", offered.coins());
        json.set("price", money(offered.price()));
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
        json.set("amount", money(topUp.amount()));
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

    static ObjectNode gift(GiftKind kind) {
        var json = Json.object().put("code", kind.code());
        json.putObject("name").put("en", kind.nameEn()).put("zh", kind.nameZh());
        return json.put("price", kind.price()).put("animation", kind.animation());
    }

    static ObjectNode sent(SentGift gift) {
        return Json.object()
                .put("id", gift.id().toString())
                .put("gift", gift.gift())
                .put("count", gift.count())
                .put("coins", gift.coins())
                .put("balance", gift.balance())
                .put("combo", gift.combo())
                .put("at", gift.at().toString());
    }

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
