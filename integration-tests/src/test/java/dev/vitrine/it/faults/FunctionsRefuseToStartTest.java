package dev.vitrine.it.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.SharedCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A function that cannot work says so at its start: it exits with a failure and names the key, native or on a JVM.
class FunctionsRefuseToStartTest {
    private static final int PATIENCE_SECONDS = 60;
    /// Nothing listens there: RFC 863's port is closed on any machine that runs tests.
    private static final String NOBODY = "127.0.0.1:9";

    private static Path bootstrap;

    private record Refusal(int exit, String output) {}

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        var folder = Files.createDirectories(SharedCloud.folder().resolve("refusing"));
        var zip = Cloud.packageOf("rooms");
        var unzip = new ProcessBuilder(javaHome() + "/bin/jar", "--extract", "--file", zip.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, unzip.waitFor());
        bootstrap = folder.resolve("bootstrap");
        assertTrue(bootstrap.toFile().setExecutable(true));
    }

    @Test
    void aMissingDatabaseIsNamed() throws Exception {
        var refusal = start(Map.of("QUARKUS_FUNQY_EXPORT", "rooms-api"));
        assertTrue(refusal.output().contains("VITRINE_DATABASE_URL"), refusal.output());
        assertTrue(refusal.output().contains("vitrine.database.url"), refusal.output());
    }

    @Test
    void anUnreachableDatabaseIsNamed() throws Exception {
        var refusal = start(withDatabase("rooms-api"));
        assertTrue(refusal.output().contains("vitrine.database.url (VITRINE_DATABASE_URL"), refusal.output());
    }

    @Test
    void anUnknownFunctionIsNamed() throws Exception {
        var refusal = start(withDatabase("rooms-nonsense"));
        assertTrue(refusal.output().contains("rooms-nonsense"), refusal.output());
        assertTrue(refusal.output().contains("quarkus.funqy.export"), refusal.output());
    }

    @Test
    void aValueThatCannotBeReadIsNamed() throws Exception {
        var environment = withDatabase("rooms-api");
        environment.put("VITRINE_OUTBOX_SWEEP_BATCH", "many");
        var refusal = start(environment);
        assertTrue(refusal.output().contains("vitrine.outbox.sweep-batch"), refusal.output());
    }

    private static Map<String, String> withDatabase(String function) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_FUNQY_EXPORT", function);
        environment.put("VITRINE_DATABASE_URL", "postgresql://" + NOBODY + "/vitrine");
        environment.put("VITRINE_DATABASE_USER", "rooms");
        environment.put("VITRINE_DATABASE_PASSWORD", "a password");
        return environment;
    }

    private static Refusal start(Map<String, String> environment) throws IOException, InterruptedException {
        var output = Files.createTempFile(bootstrap.getParent(), "output", ".log");
        var builder = new ProcessBuilder(bootstrap.toString())
                .directory(bootstrap.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", javaHome());
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", NOBODY);
        builder.environment().put("AWS_REGION", "us-east-1");
        builder.environment().putAll(environment);
        var process = builder.start();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it still runs");
        assertTrue(process.exitValue() > 0, "exit code " + process.exitValue());
        return new Refusal(process.exitValue(), Files.readString(output));
    }

    private static String javaHome() {
        return System.getProperty("java.home");
    }
}
