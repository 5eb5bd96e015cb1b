package dev.vitrine.ledger.boundary;

import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.platform.test.TestQueues;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/// PostgreSQL with the migrations and roles of a deployment, and a queue that hears of seals.
public class LedgerStores implements QuarkusTestResourceLifecycleManager {
    static LedgerDatabase database;
    static TestQueues queues;
    static String queue;

    @Override
    public Map<String, String> start() {
        database = LedgerDatabase.fresh(2);
        queues = TestQueues.start();
        queue = queues.make("seals");
        var settings = new HashMap<>(database.settings());
        settings.putAll(queues.settings(Map.of("dev.vitrine.ledger.sealed.v1", queue)));
        return settings;
    }

    @Override
    public void stop() {
        queues.close();
        database.close();
    }
}
