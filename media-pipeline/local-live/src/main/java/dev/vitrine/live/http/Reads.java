package dev.vitrine.live.http;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;

/// What can be read can be asked for without its content (RFC 9110, 9.3.2).
public final class Reads {
    private Reads() {}

    public static void of(HttpRules rules, String path, Handler handler) {
        rules.get(path, handler);
        rules.route(Method.HEAD, path, handler);
    }
}
