package dev.vitrine.chat.boundary;

import dev.vitrine.chat.store.RealObjects;
import dev.vitrine.platform.test.TestDatabase;
import dev.vitrine.platform.test.TestRedis;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/// PostgreSQL with the migrations applied as the migrator does, Redis, and S3's protocol: all that lasts.
public class RecordStores implements QuarkusTestResourceLifecycleManager {
    /// Where the deployment says what rooms show.
    public static final String DECLARATIONS = "registry/room-items.json";

    public static TestDatabase database;
    public static TestRedis redis;
    public static RealObjects objects;

    @Override
    public Map<String, String> start() {
        database = TestDatabase.migrated("chat");
        redis = TestRedis.start();
        objects = RealObjects.start();
        var settings = new HashMap<>(objects.settings());
        settings.putAll(database.settings());
        settings.put("vitrine.redis.url", redis.url());
        settings.put("vitrine.public.url", "http://127.0.0.1:8080");
        settings.put("vitrine.sealing.key", "c2VhbGluZyBrZXkgb2YgdGhlIHRlc3RzLCAzMiBieXQ=");
        settings.put("vitrine.event.routes", "{}");
        settings.put("vitrine.room.items", DECLARATIONS);
        return settings;
    }

    @Override
    public void stop() {
        objects.close();
        redis.close();
    }
}
