package dev.vitrine.rooms;

import dev.vitrine.platform.test.TestDatabase;
import dev.vitrine.platform.test.TestQueues;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/// PostgreSQL with the migrations applied as the migrator does, and a queue for what rooms tell, which is made by the
/// test that wants it there.
public class RealStores implements QuarkusTestResourceLifecycleManager {
    private static final String SEALING_KEY = "c2VhbGluZyBrZXkgb2YgdGhlIHRlc3RzLCAzMiBieXQ=";

    private TestQueues queues;

    @Override
    public Map<String, String> start() {
        queues = TestQueues.start();
        var facts = queues.address("rooms-facts");
        var settings = new HashMap<>(TestDatabase.migrated("rooms").settings());
        settings.putAll(queues.settings(Map.of(
                "dev.vitrine.room.scheduled.v1", facts,
                "dev.vitrine.room.went-live.v1", facts,
                "dev.vitrine.room.ended.v1", facts)));
        settings.put("vitrine.public.url", "http://127.0.0.1:8080");
        settings.put("vitrine.sealing.key", SEALING_KEY);
        return settings;
    }

    @Override
    public void stop() {
        if (queues != null) {
            queues.close();
        }
    }
}
