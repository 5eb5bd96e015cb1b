package dev.vitrine.platform.cdn;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Where no cache stands before the store, as before the local gateway: it asks the store each time, so
/// that there is nothing to purge. A deployment with caches brings its own.
@DefaultBean
@ApplicationScoped
public class NoCdn implements Cdn {

    @Override
    public Uni<Void> purge(List<String> paths) {
        return Uni.createFrom().voidItem();
    }
}
