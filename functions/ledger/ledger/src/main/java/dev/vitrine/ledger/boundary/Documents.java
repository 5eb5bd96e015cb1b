package dev.vitrine.ledger.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.model.Money;
import dev.vitrine.platform.json.Json;
import java.util.List;
import java.util.function.Function;

/// Parts of documents that several topics have.
public final class Documents {
    private Documents() {}

    public static <T> ObjectNode list(List<T> all, Function<T, ObjectNode> show) {
        var json = Json.object();
        var items = json.putArray("items");
        all.forEach(each -> items.add(show.apply(each)));
        return json;
    }

    public static ObjectNode money(Money money) {
        return Json.object().put("currency", money.currency().name()).put("minor", money.minor());
    }
}
