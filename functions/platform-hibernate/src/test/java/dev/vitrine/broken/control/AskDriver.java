package dev.vitrine.broken.control;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/// A use case that asks the driver.
public class AskDriver {
    public Uni<?> run(Pool pool) {
        return pool.query("select 1").execute();
    }
}
