package dev.vitrine.local.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.fixture.FunctionZip;
import dev.vitrine.local.runtime.FunctionRuntime;
import dev.vitrine.local.runtime.InvocationReport;
import dev.vitrine.local.runtime.RuntimeObserver;
import dev.vitrine.local.runtime.RuntimeSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AFunctionThatDiesTakesOnlyItsMessageTest {
    @TempDir
    Path folder;

    @Test
    void theSocketLivesOnAndTheNextMessageIsAnsweredByANewProcess() throws Exception {
        var zip = FunctionZip.scripted(folder.resolve("zip"), "first");
        var catalog = ASocketApi.catalog(folder, 1);
        try (var runtime = new FunctionRuntime(
                        catalog,
                        _ -> zip,
                        _ -> Map.of(),
                        RuntimeSettings.in(folder.resolve("data"), Set.of()),
                        new Silent());
                var api = new ASocketApi(catalog, SocketSettings.DEFAULT, runtime);
                var client = new AClient(api.port(), "/v1/sockets")) {
            assertEquals(101, client.status());

            client.say("cmd:killed");
            var told = ASocketApi.JSON.readTree(client.text());
            assertEquals("Internal server error", told.get("message").asText());

            client.say("cmd:say");
            assertEquals("said", client.text());
            client.bye(1000, "");
            client.untilClose();
            assertTrue(api.event("DISCONNECT", 1).isObject());
        }
    }

    private static final class Silent implements RuntimeObserver {
        @Override
        public void invoked(InvocationReport report) {}

        @Override
        public void throttled(String function) {}

        @Override
        public void processStarted(String function, long pid) {}

        @Override
        public void processEnded(String function, long pid) {}
    }
}
