package dev.vitrine.it.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.it.support.Cloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The database of a local cloud, opened by its superuser: what whoever owns the machine can see and do.
final class LocalDatabase implements AutoCloseable {
    private final Connection connection;

    private LocalDatabase(Connection connection) {
        this.connection = connection;
    }

    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static LocalDatabase of(Cloud cloud) {
        try {
            var secrets = new ObjectMapper()
                    .readTree(cloud.data().resolve("secrets.json").toFile());
            return new LocalDatabase(DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + (cloud.port() + 1) + "/vitrine",
                    "postgres",
                    secrets.path("postgresPassword").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> List<T> all(Reader<T> reader, String question, Object... values) {
        try (var statement = connection.prepareStatement(question)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (row.next()) {
                    found.add(reader.read(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(question, e);
        }
    }

    long number(String question, Object... values) {
        return all(row -> row.getLong(1), question, values).getFirst();
    }

    void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
