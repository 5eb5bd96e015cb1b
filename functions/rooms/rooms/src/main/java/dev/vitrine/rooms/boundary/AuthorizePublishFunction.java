package dev.vitrine.rooms.boundary;

import dev.vitrine.rooms.control.AuthorizePublish;
import dev.vitrine.rooms.entity.StreamKeyHash;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/// Asked by the ingest, once a push.
public class AuthorizePublishFunction {
    private final AuthorizePublish authorizePublish;

    AuthorizePublishFunction(AuthorizePublish authorizePublish) {
        this.authorizePublish = authorizePublish;
    }

    @Funq("rooms-authorize-publish")
    public Uni<PublishDecision> decide(PublishQuestion question) {
        return Uni.createFrom()
                .item(() -> new StreamKeyHash(question.streamKeyHash()))
                .chain(authorizePublish::run)
                .map(PublishDecision::of);
    }
}
