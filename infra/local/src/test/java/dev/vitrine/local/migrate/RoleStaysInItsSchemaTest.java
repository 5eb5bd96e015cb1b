package dev.vitrine.local.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.FreePorts;
import dev.vitrine.local.life.StartRefused;
import dev.vitrine.local.store.Database;
import dev.vitrine.local.store.StoresOnThisMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleStaysInItsSchemaTest {

    private static final String NOT_ALLOWED = "42501";

    @TempDir
    static Path folder;

    private static StoresOnThisMachine stores;
    private static List<Schema> schemas;

    @BeforeAll
    static void twoCapabilitiesInBothLayouts() throws Exception {
        write("functions/rooms/rooms/db/V1__rooms.sql", "create table rooms (id bigserial primary key, title text)");
        write(
                "functions/chat/chat/src/main/resources/db/chat/V1__lines.sql",
                "create table lines (id bigint primary key); insert into lines values (1)");
        schemas = List.of(
                Schema.of(folder.resolve("functions/rooms/rooms"), "rooms", "rooms"),
                Schema.of(folder.resolve("functions/chat/chat"), "chat", "chat"));
        stores = new StoresOnThisMachine(folder.resolve("data"), FreePorts.row());
        stores.start(stores.postgres);
        migrations().run(schemas);
    }

    @AfterAll
    static void stop() throws Exception {
        stores.close();
    }

    @Test
    void itReadsAndWritesRowsOfItsOwn() throws SQLException {
        as("rooms", "insert into rooms (title) values ('Tea')");
        as("rooms", "update rooms set title = 'Green tea'");
        as("rooms", "select * from rooms.rooms");
        as("rooms", "delete from rooms");
    }

    @Test
    void itCannotReadAnotherSchema() {
        refused("rooms", "select * from chat.lines");
        refused("chat", "select * from rooms.rooms");
    }

    @Test
    void itCannotChangeWhatTheMigrationsMade() {
        refused("rooms", "create table rooms.mine (id int)");
        refused("rooms", "create table public.mine (id int)");
        refused("rooms", "create temp table mine (id int)");
        refused("rooms", "alter table rooms.rooms add column x int");
        refused("rooms", "truncate rooms.rooms");
        refused("rooms", "create schema mine");
        refused("rooms", "set role rooms_owner");
    }

    @Test
    void itCannotTouchTheHistoryOfItsMigrations() {
        refused("rooms", "delete from rooms.flyway_schema_history");
        refused("rooms", "select * from rooms.flyway_schema_history");
    }

    @Test
    void runningAgainChangesNothingAndANewMigrationIsApplied() throws Exception {
        as("rooms", "insert into rooms (title) values ('Still here')");
        write(
                "functions/rooms/rooms/db/V2__cover.sql",
                "alter table rooms add column cover text; create table tags (t text)");

        migrations().run(schemas);
        migrations().run(schemas);

        as("rooms", "update rooms set cover = 'https://example.com/c.jpg' where title = 'Still here'");
        as("rooms", "insert into tags values ('tea')");
    }

    @Test
    void aMigrationCannotReachAnotherSchema() throws IOException {
        write("elsewhere/functions/spy/spy/db/V1__spy.sql", "create table copy as select * from rooms.rooms");
        Schema spy = Schema.of(folder.resolve("elsewhere/functions/spy/spy"), "spy", "spy");

        StartRefused refused =
                assertThrows(StartRefused.class, () -> migrations().run(List.of(spy)));

        assertTrue(refused.getMessage().contains("permission denied for schema rooms"), refused.getMessage());
    }

    private static Migrations migrations() {
        return new Migrations(stores.postgres.database(), stores.secrets);
    }

    private static void as(String role, String sql) throws SQLException {
        Database database = stores.postgres.database();
        try (Connection connection = database.connect(role, stores.secrets.rolePassword(role));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void refused(String role, String sql) {
        SQLException refused = assertThrows(SQLException.class, () -> as(role, sql), sql);
        assertEquals(NOT_ALLOWED, refused.getSQLState(), sql + ": " + refused.getMessage());
    }

    private static void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text + ";\n");
    }
}
