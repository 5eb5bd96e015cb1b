package dev.vitrine.ledger.gifts.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.ledger.gifts.entity.GiftKind;
import dev.vitrine.ledger.gifts.entity.SentGift;
import dev.vitrine.platform.json.Json;

/// The documents of gifts.
final class GiftDocuments {
    private GiftDocuments() {}

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
}
