package dev.vitrine.ledger.income.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.ledger.boundary.Documents;
import dev.vitrine.ledger.income.control.ReadIncome;
import dev.vitrine.ledger.income.entity.Income;
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
