package dev.vitrine.local.gateway;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// Stands before a service that anyone may ask: who asks too often is told when to come back, and a
/// page of any origin may read that.
final class Throttled {
    private final Throttle throttle;

    private Throttled(Throttle throttle) {
        this.throttle = throttle;
    }

    static HttpService by(ThrottleSettings limits) {
        var throttled = new Throttled(new Throttle(limits, System::nanoTime));
        return rules -> rules.any(throttled::admit);
    }

    private void admit(ServerRequest request, ServerResponse response) {
        var wait = throttle.refuse(RequestEvent.sourceIp(request));
        if (wait.isEmpty()) {
            response.next();
            return;
        }
        response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After")
                .header(HeaderNames.RETRY_AFTER, Throttle.seconds(wait.get()));
        Problem.tooManyRequests().send(response);
    }
}
