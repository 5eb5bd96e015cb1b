package dev.vitrine.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnreachableDatabaseNamesItsKeyTest {

    @Test
    void aRefusedConnectionNamesTheKeyAndTheVariable() throws IOException {
        var refused = assertThrows(ConfigurationException.class, () -> open(closedPort()));

        assertTrue(refused.getMessage().startsWith("vitrine.database.url (VITRINE_DATABASE_URL"), refused.getMessage());
        assertTrue(refused.getMessage().contains("refused"), refused.getMessage());
    }

    @Test
    void aServerThatSaysNothingIsGivenUpWithinTheBound() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var refused = assertThrows(ConfigurationException.class, () -> open(silent.getLocalPort()));

            assertTrue(refused.getMessage().contains("no answer within"), refused.getMessage());
        }
    }

    @Test
    void aMissingKeyIsNamedBeforeAnythingIsTried() {
        var refused = assertThrows(ConfigurationException.class, () -> new FirstConnection(
                        new Given(Optional.of("postgresql://127.0.0.1/x"), Optional.empty()), null)
                .open(new StartupEvent()));

        assertEquals("vitrine.database.user (VITRINE_DATABASE_USER) is not set", refused.getMessage());
    }

    private record Given(Optional<String> url, Optional<String> user) implements DatabaseConfig {
        @Override
        public Optional<String> password() {
            return user;
        }
    }

    private static void open(int port) {
        var pool = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri("postgresql://nobody:nothing@127.0.0.1:" + port + "/vitrine"))
                .build();
        try {
            new FirstConnection(new Given(Optional.of("a url"), Optional.of("a user")), pool).open(new StartupEvent());
        } finally {
            pool.close();
        }
    }

    private static int closedPort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
