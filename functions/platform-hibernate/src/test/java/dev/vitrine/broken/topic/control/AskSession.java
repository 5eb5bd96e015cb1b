package dev.vitrine.broken.topic.control;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/// A use case that asks a session.
public class AskSession {
    public Uni<Integer> run(Mutiny.Session session) {
        return session.createNativeQuery("delete from things").executeUpdate();
    }
}
