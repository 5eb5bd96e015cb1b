package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.local.FreePorts;
import dev.vitrine.local.life.Signal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EveryRoleNeedsItsPasswordTest {

    private static final String INVALID_PASSWORD = "28P01";

    @TempDir
    Path folder;

    @Test
    void postgresIsDurableAndTrustsNobodyAndComesBackAfterItsOwnKill() throws Exception {
        int base = FreePorts.row();
        try (StoresOnThisMachine stores = new StoresOnThisMachine(folder, base)) {
            stores.start(stores.postgres);
            Database database = stores.postgres.database();

            SQLException refused =
                    assertThrows(SQLException.class, () -> database.connect(Database.SUPERUSER, "postgres"));
            assertEquals(INVALID_PASSWORD, refused.getSQLState());
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                    assertEquals("on", value(statement, "show " + setting));
                }
                assertEquals("", value(statement, "show unix_socket_directories"));
                assertEquals(
                        "0",
                        value(
                                statement,
                                "select count(*) from pg_authid where rolcanlogin"
                                        + " and rolpassword not like 'SCRAM-SHA-256%'"));
                statement.execute("create table kept as select 7 as n");
            }
            Signal.KILL.send(stores.postgres.pid());
        }

        try (StoresOnThisMachine stores = new StoresOnThisMachine(folder, base)) {
            stores.start(stores.postgres);
            try (Connection connection = stores.postgres.database().connect();
                    Statement statement = connection.createStatement()) {
                assertEquals("7", value(statement, "select n from kept"));
            }
        }
    }

    private static String value(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
