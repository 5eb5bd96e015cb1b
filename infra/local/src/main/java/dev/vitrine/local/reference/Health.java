package dev.vitrine.local.reference;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.supervision.Condition;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// `/health`: which parts answered when they were asked last; 503 when one did not. For whoever watches from
/// outside: it needs no token, tells no more than names, and asks nobody anything.
public final class Health implements HttpService {
    private static final JsonMapper JSON = new JsonMapper();

    private final Supplier<List<Condition.State>> states;

    public Health(Supplier<List<Condition.State>> states) {
        this.states = states;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/health", this::tell);
    }

    private void tell(ServerRequest request, ServerResponse response) {
        var now = states.get();
        var isUp = now.stream().allMatch(Condition.State::up);
        var told = JSON.createObjectNode().put("status", isUp ? "up" : "down");
        var parts = told.putObject("parts");
        now.stream()
                .sorted(Comparator.comparing(Condition.State::key))
                .forEach(state -> parts.put(state.key(), state.up() ? "up" : "down"));
        response.status(isUp ? 200 : 503)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(told.toString());
    }
}
