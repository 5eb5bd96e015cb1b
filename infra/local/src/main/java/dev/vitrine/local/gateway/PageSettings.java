package dev.vitrine.local.gateway;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/// What the web client learns from whoever serves it, as `config.json`.
///
/// @param signIn JSON: how people sign in
/// @param connectsTo origins that pages fetch from beyond their own
public record PageSettings(String signIn, List<String> connectsTo) {
    static final String FILE = "config.json";

    public PageSettings {
        connectsTo = List.copyOf(connectsTo);
    }

    void send(ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(HeaderNames.CACHE_CONTROL, "no-cache")
                .send("{\"signIn\":" + signIn + "}");
    }
}
