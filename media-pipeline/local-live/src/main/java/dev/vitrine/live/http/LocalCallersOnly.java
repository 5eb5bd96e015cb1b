package dev.vitrine.live.http;

import dev.vitrine.model.ProblemType;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/// Lets a request on only if it comes from this machine itself ([LocalCaller]).
public final class LocalCallersOnly implements Handler {
    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        refusal(request).ifPresentOrElse(why -> Problems.send(response, ProblemType.FORBIDDEN, why), response::next);
    }

    private static Optional<String> refusal(ServerRequest request) {
        var here = request.remotePeer().address() instanceof InetSocketAddress peer
                && peer.getAddress().isLoopbackAddress();
        return here
                ? LocalCaller.refusal(request.prologue().method().text(), name -> request.headers()
                        .all(HeaderNames.create(name), List::of))
                : Optional.of("Only this machine is answered here");
    }
}
