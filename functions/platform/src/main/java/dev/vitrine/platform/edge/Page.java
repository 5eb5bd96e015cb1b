package dev.vitrine.platform.edge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.platform.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A page of a list, as the caller asked for it: one element more is read than is shown, so that the end is known.
///
/// @param list which list: its cursors are its own
/// @param after the place of the last element of the page before
/// @param limit how many are shown at most
public record Page<P>(String list, Optional<P> after, int limit) {
    private static final int OK = 200;

    /// Reads `cursor` and `limit`; what is wrong with them is told by `query.check()`.
    ///
    /// @param place makes it of the text that a cursor holds; refuses with `InvalidValue`
    public static <P> Page<P> of(QueryFields query, String list, Function<String, P> place) {
        return of(query, list, place, QueryFields.LARGEST_LIMIT);
    }

    /// The same for a list that gives more at once.
    public static <P> Page<P> of(QueryFields query, String list, Function<String, P> place, int largest) {
        var after = query.read("cursor", text -> place.apply(PageCursor.read(list, text)));
        return new Page<>(list, after, query.limit(QueryFields.DEFAULT_LIMIT, largest));
    }

    /// How many to read.
    public int asked() {
        return limit + 1;
    }

    /// @param found as many as there are, up to `asked`
    /// @param place of an element, as its cursor holds it
    public <T> HttpAnswer answer(List<T> found, Function<T, ObjectNode> show, Function<T, Object> place) {
        return answer(shown(found), show, lastPlace(found, place));
    }

    /// Those of the page, for an answer that is no JSON.
    public <T> List<T> shown(List<T> found) {
        return found.subList(0, Math.min(limit, found.size()));
    }

    /// The cursor of the page behind it.
    public <T> Optional<String> next(List<T> found, Function<T, Object> place) {
        return lastPlace(found, place).map(last -> PageCursor.write(list, last));
    }

    private <T> Optional<String> lastPlace(List<T> found, Function<T, Object> place) {
        return found.size() > limit
                ? Optional.of(place.apply(shown(found).getLast()).toString())
                : Optional.empty();
    }

    /// The same, for who knows already where the next page begins.
    public <T> HttpAnswer answer(List<T> shown, Function<T, ObjectNode> show, Optional<String> next) {
        var json = Json.object();
        var items = json.putArray("items");
        shown.forEach(each -> items.add(show.apply(each)));
        json.put("nextCursor", next.map(place -> PageCursor.write(list, place)).orElse(null));
        return HttpAnswer.json(OK, json);
    }
}
