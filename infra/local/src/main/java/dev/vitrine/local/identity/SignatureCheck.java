package dev.vitrine.local.identity;

import dev.vitrine.local.catalog.FunctionSpec;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.time.Clock;
import java.util.List;

/// Which function has signed a request of the edge ([Signatures]).
public final class SignatureCheck {
    /// Who signed, or why the request is refused.
    public sealed interface Verdict {
        record Signed(FunctionSpec function) implements Verdict {}

        record Refused(String why) implements Verdict {}
    }

    private final Identities identities;
    private final Signatures signatures;

    /// @param service that requests must be signed for, such as `execute-api`
    public SignatureCheck(String service, Identities identities, Clock clock) {
        this.identities = identities;
        this.signatures = new Signatures(
                service, key -> identities.function(key).map(identities::of).map(Credentials::secretKey), clock);
    }

    public Verdict check(ServerRequest request, byte[] body) {
        return switch (signatures.check(new Received(request), body)) {
            case Signatures.Verdict.Refused(var why) -> new Verdict.Refused(why);
            case Signatures.Verdict.Signed(var key) ->
                new Verdict.Signed(identities.function(key).orElseThrow());
        };
    }

    private record Received(ServerRequest request) implements SignedRequest {
        @Override
        public String method() {
            return request.prologue().method().text();
        }

        @Override
        public String rawPath() {
            return request.prologue().uriPath().rawPath();
        }

        @Override
        public List<String> header(String name) {
            return request.headers().all(HeaderNames.create(name), List::of);
        }
    }
}
