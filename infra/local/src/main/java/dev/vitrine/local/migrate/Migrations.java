package dev.vitrine.local.migrate;

import dev.vitrine.local.life.Secrets;
import dev.vitrine.local.life.StartRefused;
import dev.vitrine.local.store.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings every schema up to its newest migration. Refuses a migration that was changed after it ran.
public final class Migrations {

    private static final String HISTORY = "flyway_schema_history";

    private final Database database;
    private final Secrets secrets;

    public Migrations(Database database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /// @throws StartRefused a migration failed; its schema stands at the last one that did not
    public void run(List<Schema> schemas) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("revoke all on database " + Database.NAME + " from public");
            statement.execute("revoke all on schema public from public");
            for (Schema schema : schemas) {
                prepare(statement, schema);
                migrate(schema);
                lockHistory(statement, schema);
            }
        } catch (SQLException e) {
            throw new StartRefused("migrations failed: " + e.getMessage(), e);
        }
    }

    private void prepare(Statement statement, Schema schema) throws SQLException {
        String role = schema.name();
        String owner = schema.owner();
        createRole(statement, owner);
        createRole(statement, role);
        statement.execute("alter role " + owner + " nologin");
        // passwords are ours and url-safe: they need no quoting
        statement.execute("alter role " + role + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls"
                + " password '" + secrets.rolePassword(role) + "'");
        statement.execute("alter role " + role + " in database " + Database.NAME + " set search_path = " + role);
        statement.execute("grant connect on database " + Database.NAME + " to " + role);
        statement.execute("create schema if not exists " + schema.name() + " authorization " + owner);
        statement.execute("grant usage on schema " + schema.name() + " to " + role);
        String defaults = "alter default privileges for role " + owner + " in schema " + schema.name() + " grant ";
        statement.execute(defaults + "select, insert, update, delete on tables to " + role);
        statement.execute(defaults + "usage, select on sequences to " + role);
    }

    /// As the owner: what a migration creates belongs to the owner, and it may touch nothing of others.
    private void migrate(Schema schema) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database.jdbcUrl(), Database.SUPERUSER, database.superuserPassword())
                    .initSql("set role " + schema.owner())
                    .schemas(schema.name())
                    .createSchemas(false)
                    .table(HISTORY)
                    .locations("filesystem:" + schema.migrations().toAbsolutePath())
                    .validateMigrationNaming(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StartRefused(
                    "migrations of schema " + schema.name() + " failed: "
                            + e.getMessage().strip().replaceAll("\\s*\\R\\s*", "; "),
                    e);
        }
    }

    private static void lockHistory(Statement statement, Schema schema) throws SQLException {
        statement.execute("revoke all on " + schema.name() + "." + HISTORY + " from " + schema.name());
    }

    private static void createRole(Statement statement, String role) throws SQLException {
        boolean exists;
        try (ResultSet found = statement.executeQuery("select 1 from pg_roles where rolname = '" + role + "'")) {
            exists = found.next();
        }
        if (!exists) {
            statement.execute("create role " + role);
        }
    }
}
