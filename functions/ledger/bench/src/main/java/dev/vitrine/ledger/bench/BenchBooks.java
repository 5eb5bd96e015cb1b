package dev.vitrine.ledger.bench;

import dev.vitrine.bench.LocalPorts;
import dev.vitrine.local.life.DataFolder;
import dev.vitrine.local.life.FolderTree;
import dev.vitrine.local.life.Lifeline;
import dev.vitrine.local.life.Secrets;
import dev.vitrine.local.migrate.Migrations;
import dev.vitrine.local.migrate.Schema;
import dev.vitrine.local.store.Database;
import dev.vitrine.local.store.PostgresStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// A PostgreSQL of the bench's own, as the local cloud runs it (fsync on), with the ledger's schema.
final class BenchBooks implements AutoCloseable {
    /// More than PostgreSQL's own number would change what is measured.
    private static final int CONNECTIONS = 100;

    private final Path folder;
    private final DataFolder data;
    private final Lifeline lifeline;
    private final PostgresStore postgres;

    private BenchBooks(Path folder, DataFolder data, Lifeline lifeline, PostgresStore postgres) {
        this.folder = folder;
        this.data = data;
        this.lifeline = lifeline;
        this.postgres = postgres;
    }

    /// @param home holds functions/
    static BenchBooks start(Path home) throws Exception {
        var folder = Files.createTempDirectory("vitrine-bench-ledger");
        var data = DataFolder.open(folder.resolve("data"), false);
        var lifeline = Lifeline.start(data.folder("run"));
        var secrets = Secrets.of(data.path());
        var postgres = new PostgresStore(
                data.path().resolve("postgres"),
                folder.resolve("programs"),
                data.folder("log"),
                LocalPorts.free(1),
                secrets.postgresPassword(),
                CONNECTIONS,
                lifeline);
        var books = new BenchBooks(folder, data, lifeline, postgres);
        try {
            postgres.start();
            new Migrations(postgres.database(), secrets)
                    .run(List.of(Schema.of(home.resolve("functions/ledger/ledger"), "ledger", "ledger")));
        } catch (Exception e) {
            books.close();
            throw e;
        }
        return books;
    }

    Database database() {
        return postgres.database();
    }

    Path folder() {
        return folder;
    }

    long pid() {
        return postgres.pid();
    }

    void run(String sql) throws SQLException {
        try (var connection = database().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String question) throws SQLException {
        try (Connection connection = database().connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        postgres.stop();
        lifeline.close();
        data.close();
        FolderTree.delete(folder);
    }
}
