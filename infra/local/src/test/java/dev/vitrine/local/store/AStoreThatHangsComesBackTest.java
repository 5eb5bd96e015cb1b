package dev.vitrine.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.Eventually;
import dev.vitrine.local.FreePorts;
import dev.vitrine.local.supervision.Watched;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scalikejdbc.ConnectionPool;
import scalikejdbc.ConnectionPool$;
import software.amazon.awssdk.core.sync.RequestBody;

/// A real store that does not answer any more is seen by its probe, and has all that it acknowledged once
/// revived.
@SuppressWarnings("try") // a stop may be interrupted
class AStoreThatHangsComesBackTest {

    @TempDir
    Path folder;

    private static boolean answers(Watched store) {
        try {
            store.probe();
            return true;
        } catch (Exception _) {
            return false;
        }
    }

    /// SIGSTOP to a server, then to all its children: nothing answers, and nothing ends. The server comes first,
    /// so that none of its children is reaped between the moment it is listed and its own signal.
    private static void freeze(long pid) throws IOException, InterruptedException {
        stop(Stream.of(pid));
        stop(ProcessHandle.of(pid).orElseThrow().descendants().map(ProcessHandle::pid));
    }

    private static void stop(Stream<Long> pids) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-STOP"));
        pids.forEach(pid -> command.add("" + pid));
        if (command.size() > 2) {
            assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), command::toString);
        }
    }

    @Test
    void aPostgresAndARedisThatWereStoppedForEver() throws Exception {
        try (StoresOnThisMachine stores = new StoresOnThisMachine(folder, FreePorts.row())) {
            stores.start(stores.postgres, stores.redis);
            stores.postgres.probe();
            stores.redis.probe();
            try (Connection connection = stores.postgres.database().connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept as select 7 as n");
            }
            try (RedisCalls redis = new RedisCalls(stores.redis.url())) {
                assertEquals("+OK", redis.call("SET kept 7"));
            }
            freeze(stores.postgres.pid());
            freeze(stores.redis.pid());

            assertThrows(SQLException.class, stores.postgres::probe);
            assertThrows(IOException.class, stores.redis::probe);
            stores.postgres.revive();
            stores.redis.revive();

            Eventually.holds("PostgreSQL answers", () -> answers(stores.postgres));
            Eventually.holds("Redis answers", () -> answers(stores.redis));
            try (Connection connection = stores.postgres.database().connect();
                    Statement statement = connection.createStatement()) {
                assertTrue(statement.executeQuery("select n from kept").next());
            }
            try (RedisCalls redis = new RedisCalls(stores.redis.url())) {
                assertEquals("7", redis.call("GET kept"));
            }
        }
    }

    /// A write that fails, as on a full disk: H2 then closes the file under everybody. Whoever is interrupted
    /// while it writes loses the channel, which needs no disk to be full.
    private static void breakTheFile() throws SQLException {
        try (Connection file = ConnectionPool$.MODULE$.borrow(ConnectionPool.DEFAULT_NAME());
                Statement statement = file.createStatement()) {
            Thread.currentThread().interrupt();
            assertThrows(SQLException.class, () -> statement.execute("create table broken (n int)"));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void anSqsWhoseFileWasClosedUnderItAndAnS3() throws Exception {
        try (StoresOnThisMachine stores = new StoresOnThisMachine(folder, FreePorts.row())) {
            stores.start(stores.sqs, stores.s3);
            stores.sqs.createQueue("kept", 5, 3);
            var url = stores.sqs.queueUrl("kept");
            try (var sqs = stores.sqs.client();
                    var s3 = stores.s3.client()) {
                sqs.sendMessage(r -> r.queueUrl(url).messageBody("acknowledged"));
                s3.putObject(
                        r -> r.bucket(S3Store.BUCKET).key("recordings/kept"), RequestBody.fromString("acknowledged"));
                stores.sqs.probe();
                stores.s3.probe();
                breakTheFile();

                assertThrows(SQLException.class, stores.sqs::probe);
                stores.sqs.revive();
                stores.s3.revive();

                stores.sqs.probe();
                stores.s3.probe();
                sqs.sendMessage(r -> r.queueUrl(url).messageBody("and after"));
                var bodies = new ArrayList<String>();
                Eventually.holds("both messages are there", () -> {
                    sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10))
                            .messages()
                            .forEach(message -> bodies.add(message.body()));
                    return bodies.containsAll(List.of("acknowledged", "and after"));
                });
                assertEquals(
                        "acknowledged",
                        s3.getObjectAsBytes(r -> r.bucket(S3Store.BUCKET).key("recordings/kept"))
                                .asUtf8String());
            }
        }
    }
}
