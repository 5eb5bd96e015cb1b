package dev.vitrine.ledger.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.ledger.control.ReadIncome;
import dev.vitrine.ledger.entity.Income;
import dev.vitrine.ledger.entity.Moved;
import dev.vitrine.ledger.entity.Withdrawal;
import dev.vitrine.model.Money;
import dev.vitrine.platform.json.Json;
import java.time.Instant;

/// The documents of income and withdrawals.
final class IncomeDocuments {
    private IncomeDocuments() {}

    static ObjectNode income(Income income, long holdingDays, Money worth) {
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

    static ObjectNode day(ReadIncome.Day day) {
        var json = Json.object().put("day", day.day().toString());
        var moved = day.moved();
        return json.put("gifts", moved.gifts())
                .put("given", moved.given())
                .put("commission", moved.commission())
                .put("reversals", moved.reversals())
                .put("income", moved.income())
                .put("fans", day.fans());
    }

    static ObjectNode month(ReadIncome.Month month) {
        return Json.object()
                .put("month", month.month().toString())
                .put("opening", month.opening())
                .put("closing", month.closing())
                .put("complete", month.complete());
    }

    static ObjectNode statement(ReadIncome.Monthly monthly) {
        var statement = monthly.statement();
        Moved total = statement.total();
        var json = Json.object()
                .put("month", monthly.month().toString())
                .put("streamer", statement.streamer())
                .put("currency", statement.currency().name())
                .put("from", statement.from().toString())
                .put("until", statement.until().toString())
                .put("opening", statement.opening())
                .put("gifts", total.gifts())
                .put("given", total.given())
                .put("commission", total.commission())
                .put("reversals", total.reversals())
                .put("income", total.income())
                .put("settled", total.settled())
                .put("withdrawn", total.withdrawn())
                .put("other", total.other())
                .put("closing", statement.closing())
                .put("fans", monthly.fans())
                .put("complete", monthly.complete());
        var days = json.putArray("days");
        monthly.days().forEach(day -> days.add(day(day)));
        return json;
    }

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
