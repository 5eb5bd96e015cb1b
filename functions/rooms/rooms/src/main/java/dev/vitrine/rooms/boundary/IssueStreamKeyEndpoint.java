package dev.vitrine.rooms.boundary;

import dev.vitrine.pipeline.IngestCredentials;
import dev.vitrine.platform.edge.Endpoint;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.sql.RepeatableRequests;
import dev.vitrine.platform.sql.Secrecy;
import dev.vitrine.rooms.control.IssueStreamKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class IssueStreamKeyEndpoint implements Endpoint {
    private static final int OK = 200;

    private final IssueStreamKey issueStreamKey;
    private final RepeatableRequests requests;

    IssueStreamKeyEndpoint(IssueStreamKey issueStreamKey, RepeatableRequests requests) {
        this.issueStreamKey = issueStreamKey;
        this.requests = requests;
    }

    @Override
    public String route() {
        return "POST /v1/rooms/{id}/stream-key";
    }

    @Override
    public Uni<HttpAnswer> answer(HttpRequest request) {
        var actor = Requests.actor(request);
        var id = Requests.roomId(request);
        return issueStreamKey.run(id, actor, requests.of(request, Secrecy.SEALED, IssueStreamKeyEndpoint::render));
    }

    private static HttpAnswer render(IngestCredentials key) {
        return HttpAnswer.json(OK, new StreamKeyDocument(key.ingestUrl().toString(), key.streamKey()));
    }
}
