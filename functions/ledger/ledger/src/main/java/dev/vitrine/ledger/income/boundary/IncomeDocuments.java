package dev.vitrine.ledger.income.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.ledger.boundary.Documents;
import dev.vitrine.ledger.income.control.ReadIncome;
import dev.vitrine.ledger.income.entity.Income;
import dev.vitrine.ledger.income.entity.ReceivedGift;
import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import dev.vitrine.platform.json.Json;

/// The documents of income.
public final class IncomeDocuments {
    private IncomeDocuments() {}

    public static ObjectNode income(Income income, long holdingDays, Money worth) {
        var json = Json.object()
                .put("pending", income.pending())
                .put("payable", income.payable())
                .put("held", income.held())
                .put("withdrawn", income.withdrawn())
                .put("fans", income.fans())
                .put("holdingDays", holdingDays);
        json.set("worth", Documents.money(worth));
        return json;
    }

    static ObjectNode receivedGift(ReceivedGift gift) {
        var json = Json.object()
                .put("id", gift.id().toString())
                .put("at", gift.at().toString())
                .put("room", gift.roomId().toString())
                .put("title", gift.room().orElse(null))
                .put("gift", gift.code());
        json.putObject("name").put("en", gift.nameEn()).put("zh", gift.nameZh());
        json.put("count", gift.count());
        json.set("price", coins(gift.price()));
        json.set("given", coins(gift.given()));
        json.put("share", gift.share().isPresent() ? gift.share().getAsInt() : null);
        json.set("income", coins(gift.income()));
        json.set("commission", coins(gift.commission()));
        return json.put("carried", gift.carried().isPresent() ? gift.carried().getAsLong() : null);
    }

    private static ObjectNode coins(long coins) {
        return Documents.money(new Money(coins, Currency.COIN));
    }

    public static ObjectNode day(ReadIncome.Day day) {
        var json = Json.object().put("day", day.day().toString());
        var moved = day.moved();
        return json.put("gifts", moved.gifts())
                .put("given", moved.given())
                .put("commission", moved.commission())
                .put("reversals", moved.reversals())
                .put("income", moved.income())
                .put("fans", day.fans());
    }
}
