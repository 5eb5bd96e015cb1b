package dev.vitrine.local.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/// The address of the one database `vitrine` and the right to do anything in it. Functions get roles of their
/// own.
public record Database(int port, String superuserPassword) {

    public static final String NAME = "vitrine";
    public static final String SUPERUSER = "postgres";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PROBE = Duration.ofSeconds(2);

    /// The address that functions are given, without credentials.
    public String url() {
        return "postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    /// The same for JDBC.
    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    /// A connection to `vitrine` as superuser, for the caller to close.
    public Connection connect() throws SQLException {
        return connect(NAME, SUPERUSER, superuserPassword);
    }

    /// A connection to `vitrine` as another role, for the caller to close.
    public Connection connect(String role, String password) throws SQLException {
        return connect(NAME, role, password);
    }

    void createIfMissing() throws SQLException {
        try (Connection connection = connect("postgres", SUPERUSER, superuserPassword);
                Statement statement = connection.createStatement()) {
            boolean exists;
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("create database " + NAME);
            }
        }
    }

    /// On a connection of its own each time: a server that takes no new ones is of no use to a function that
    /// starts.
    void probe() throws SQLException {
        try (Connection connection = connect(NAME, SUPERUSER, superuserPassword, PROBE);
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    private Connection connect(String database, String role, String password) throws SQLException {
        return connect(database, role, password, TIMEOUT);
    }

    private Connection connect(String database, String role, String password, Duration timeout) throws SQLException {
        String seconds = Long.toString(timeout.toSeconds());
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("loginTimeout", seconds);
        if (timeout.equals(PROBE)) {
            properties.setProperty("socketTimeout", seconds);
        }
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public String toString() {
        return url();
    }
}
