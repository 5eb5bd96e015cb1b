package dev.vitrine.ledger.statements.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.ledger.income.boundary.IncomeDocuments;
import dev.vitrine.ledger.income.control.ReadIncome;
import dev.vitrine.ledger.income.entity.Moved;
import dev.vitrine.platform.json.Json;

/// The documents of monthly statements.
final class StatementDocuments {
    private StatementDocuments() {}

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
        monthly.days().forEach(day -> days.add(IncomeDocuments.day(day)));
        return json;
    }
}
