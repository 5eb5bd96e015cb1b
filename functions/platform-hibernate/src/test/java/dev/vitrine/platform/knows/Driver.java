package dev.vitrine.platform.knows;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/// A piece of the platform with a statement of its own.
public class Driver {
    public Uni<?> run(Pool pool) {
        return pool.query("select 1").execute();
    }
}
