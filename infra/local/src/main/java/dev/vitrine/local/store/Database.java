package dev.vitrine.local.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/// The address of the one database `vitrine` and the right to do anything in it. Functions get roles of their own.
public record Database(int port, String superuserPassword) {

    public static final String NAME = "vitrine";
    public static final String SUPERUSER = "postgres";

    private static final String TIMEOUT_SECONDS = "10";

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

    private Connection connect(String database, String role, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
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
