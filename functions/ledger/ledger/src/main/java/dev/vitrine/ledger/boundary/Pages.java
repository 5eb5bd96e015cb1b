package dev.vitrine.ledger.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.PageCursor;
import dev.vitrine.platform.edge.QueryFields;
import dev.vitrine.platform.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A page of a list: one element more is asked for than is shown, so that the end is known.
///
/// @param list which list: its cursors are its own
/// @param after the place of the last element of the page before
public record Pages<P>(String list, Optional<P> after, int limit) {
    private static final int OK = 200;

    public static <P> Pages<P> of(QueryFields query, String list, Function<String, P> place) {
        var after = query.read("cursor", text -> place.apply(PageCursor.read(list, text)));
        return new Pages<>(list, after, query.limit());
    }

    public int asked() {
        return limit + 1;
    }

    public <T> HttpAnswer answer(List<T> found, Function<T, ObjectNode> show, Function<T, Object> place) {
        var page = found.subList(0, Math.min(limit, found.size()));
        var json = Json.object();
        page.forEach(each -> json.withArray("items").add(show.apply(each)));
        if (page.isEmpty()) {
            json.putArray("items");
        }
        json.put(
                "nextCursor",
                found.size() > limit
                        ? PageCursor.write(list, place.apply(page.getLast()).toString())
                        : null);
        return HttpAnswer.json(OK, json);
    }

    /// The same, for who knows the next place already.
    public <T> HttpAnswer answer(List<T> page, Function<T, ObjectNode> show, Optional<String> next) {
        var json = Documents.list(page, show);
        json.put("nextCursor", next.map(place -> PageCursor.write(list, place)).orElse(null));
        return HttpAnswer.json(OK, json);
    }
}
