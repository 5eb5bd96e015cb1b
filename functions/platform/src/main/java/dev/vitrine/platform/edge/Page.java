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
        var after = query.read("cursor", text -> place.apply(PageCursor.read(list, text)));
        return new Page<>(list, after, query.limit());
    }

    /// How many to read.
    public int asked() {
        return limit + 1;
    }

    /// @param found as many as there are, up to `asked`
    /// @param place of an element, as its cursor holds it
    public <T> HttpAnswer answer(List<T> found, Function<T, ObjectNode> show, Function<T, Object> place) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next =
                found.size() > limit ? Optional.of(place.apply(shown.getLast()).toString()) : Optional.<String>empty();
        return answer(shown, show, next);
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
