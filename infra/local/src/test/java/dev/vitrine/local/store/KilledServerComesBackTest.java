package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.local.Eventually;
import dev.vitrine.local.FreePorts;
import dev.vitrine.local.life.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // a stop may be interrupted
class KilledServerComesBackTest {

    @TempDir
    Path folder;

    @Test
    void withEverythingItHadAcknowledged() throws Exception {
        int base = FreePorts.row();
        try (StoresOnThisMachine stores = new StoresOnThisMachine(folder, base)) {
            stores.start(stores.postgres, stores.redis);
            Database database = stores.postgres.database();
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept as select 7 as n");
            }
            try (RedisCalls redis = new RedisCalls(stores.redis.url())) {
                assertEquals("+OK", redis.call("SET kept 7"));
            }

            Signal.KILL.send(stores.postgres.pid());
            Signal.KILL.send(stores.redis.pid());

            Eventually.holds("PostgreSQL is back with its row", () -> row(database));
            Eventually.holds("Redis is back with its value", () -> value(stores.redis.url()));
        }
    }

    private static boolean row(Database database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select n from kept")) {
            return result.next() && result.getInt(1) == 7;
        } catch (SQLException _) {
            return false; // still down
        }
    }

    private static boolean value(String url) {
        try (RedisCalls redis = new RedisCalls(url)) {
            return "7".equals(redis.call("GET kept"));
        } catch (IOException _) {
            return false; // still down
        }
    }
}
