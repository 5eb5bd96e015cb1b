package dev.vitrine.local.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogProblemsNameLineAndKeyTest {
    private static final String GOOD = """
            version: 1
            artefacts:
              rooms:
                schema: rooms
            functions:
              rooms-on-event:
                artefact: rooms
                description: takes events
                memoryMb: 512
                timeoutSeconds: 20
                concurrency: 2
                trigger:
                  queue: { name: rooms-events, batchSize: 10, windowMillis: 0, visibilitySeconds: 60, maxReceives: 5 }
                subscribes:
                  - { event: dev.vitrine.room.interrupted.v1, delaySeconds: 30 }
                uses: [database]
            """;

    @TempDir
    Path folder;

    private Catalog read(String text) throws IOException {
        var file = folder.resolve("catalog.yaml");
        Files.writeString(file, text);
        return Catalog.read(file);
    }

    private void refuses(String text, String... endings) {
        var problems = assertThrows(InvalidCatalog.class, () -> read(text)).problems();
        assertEquals(endings.length, problems.size(), problems::toString);
        for (var i = 0; i < endings.length; i++) {
            assertEquals(folder.resolve("catalog.yaml") + ":" + endings[i], problems.get(i));
        }
    }

    @Test
    void theCatalogOfThisRepositoryIsValid() {
        var catalog = Catalog.read(Path.of("../../functions/catalog.yaml"));

        assertTrue(catalog.functions().containsKey("rooms-api"));
    }

    @Test
    void aQueueHasItsBoundsAndASubscriptionItsRoute() throws IOException {
        var catalog = read(GOOD);

        var queue = catalog.queues().getFirst();
        assertEquals("rooms-events-dlq", queue.deadLetterName());
        assertEquals(2, queue.concurrency());
        assertEquals(
                List.of(new EventRoute("rooms-events", Duration.ofSeconds(30))),
                catalog.eventRoutes().get("dev.vitrine.room.interrupted.v1"));
    }

    @Test
    void handlerDefaultsToTheFunctionsName() throws IOException {
        assertEquals("rooms-on-event", read(GOOD).function("rooms-on-event").handler());
    }

    @Test
    void anUnknownKeyIsRefused() {
        refuses(
                GOOD.replace("    memoryMb: 512", "    memoryMb: 512\n    memory: 1"),
                "10: functions.rooms-on-event.memory: unknown key; known here: artefact, description, handler,"
                        + " memoryMb, timeoutSeconds, concurrency, trigger, subscribes, uses, environment");
    }

    @Test
    void aMissingKeyIsRefusedWhereItsParentBegins() {
        refuses(GOOD.replace("    memoryMb: 512\n", ""), "7: functions.rooms-on-event.memoryMb: is missing");
    }

    @Test
    void aWrongTypeIsRefused() {
        refuses(
                GOOD.replace("memoryMb: 512", "memoryMb: plenty"),
                "9: functions.rooms-on-event.memoryMb: must be a whole number");
        refuses(
                GOOD.replace("uses: [database]", "uses: database"),
                "16: functions.rooms-on-event.uses: must be a list");
    }

    @Test
    void anUnknownArtefactIsRefused() {
        refuses(
                GOOD.replace("artefact: rooms\n", "artefact: room\n"),
                "7: functions.rooms-on-event.artefact: no artefact 'room'; known: [rooms]");
    }

    @Test
    void boundsAreTold() {
        refuses(
                GOOD.replace("concurrency: 2", "concurrency: 0").replace("batchSize: 10", "batchSize: 11"),
                "11: functions.rooms-on-event.concurrency: 0 is outside 1 to 100",
                "13: functions.rooms-on-event.trigger.queue.batchSize: more than 10 needs a windowMillis above 0");
    }

    @Test
    void aSocketPathBelongsToOneFunctionBelowTheApi() throws IOException {
        var socket = GOOD.replaceFirst("queue: \\{.*}", "webSocket: { path: /v1/sockets }")
                .replaceFirst("(?s)    subscribes:.*uses: \\[database]", "    uses: [hot, sockets]");
        var function = read(socket).function("rooms-on-event");
        assertEquals(new Trigger.WebSocket("/v1/sockets"), function.trigger());
        assertEquals(Set.of(Use.HOT, Use.SOCKETS), function.uses());

        for (var path : List.of("/sockets", "/v1", "/v1/Sockets", "/v1/sockets/", "/v1/a.b")) {
            refuses(
                    socket.replace("/v1/sockets", path),
                    "13: functions.rooms-on-event.trigger.webSocket.path: '" + path
                            + "' must be a path below /v1 of lower-case words, such as /v1/sockets");
        }
        refuses(
                socket + socket.substring(socket.indexOf("  rooms-on-event:")).replace("rooms-on-event:", "second:"),
                "22: functions.second.trigger.webSocket: path /v1/sockets already triggers rooms-on-event");
    }

    @Test
    void anUnknownUseIsRefused() {
        refuses(
                GOOD.replace("[database]", "[databases]"),
                "16: functions.rooms-on-event.uses: 'databases' is not one of database, events, objects, live, hot,"
                        + " sockets, payments");
    }

    @Test
    void visibilityBelowTheTimeoutIsRefused() {
        refuses(
                GOOD.replace("visibilitySeconds: 60", "visibilitySeconds: 10"),
                "13: functions.rooms-on-event.trigger.queue.visibilitySeconds:"
                        + " must not be below the function's timeoutSeconds");
    }

    @Test
    void twoFunctionsCannotTakeFromOneQueue() {
        var functions = GOOD.indexOf("  rooms-on-event:");
        var second = GOOD.substring(functions).replace("rooms-on-event:", "rooms-again:");
        refuses(
                GOOD + second,
                "24: functions.rooms-again.trigger.queue: queue rooms-events already triggers rooms-on-event");
    }

    @Test
    void badRatesAndCronsAreRefused() {
        var trigger = GOOD.indexOf("    trigger:");
        var head = GOOD.substring(0, trigger);
        refuses(
                head + "    trigger:\n      schedule: rate(1 minutes)\n",
                "13: functions.rooms-on-event.trigger.schedule: 'rate(1 minutes)': 1 takes the singular unit, more the"
                        + " plural");
        refuses(
                head + "    trigger:\n      schedule: cron(0 10 * * *)\n",
                "13: functions.rooms-on-event.trigger.schedule: cron(0 10 * * *) needs six fields:"
                        + " minutes hours day-of-month month day-of-week year");
    }

    @Test
    void aMissingContractIsRefused() {
        var head = GOOD.substring(0, GOOD.indexOf("    trigger:"));
        refuses(
                head + "    trigger:\n      http: { contract: nothing.yaml }\n",
                "13: functions.rooms-on-event.trigger.http.contract: no file "
                        + folder.toAbsolutePath().resolve("nothing.yaml"));
    }

    @Test
    void eventsNeedAQueue() {
        var head = GOOD.substring(0, GOOD.indexOf("    trigger:"));
        refuses(
                head
                        + "    trigger:\n      invoke: {}\n    subscribes:\n      - { event: dev.vitrine.room.ended.v1 }\n",
                "14: functions.rooms-on-event.subscribes: needs a queue trigger: events travel by queue");
    }

    @Test
    void aVariableOfTheRuntimeIsRefused() {
        refuses(
                GOOD + "    environment: { AWS_REGION: eu-west-1 }\n",
                "17: functions.rooms-on-event.environment.AWS_REGION: is set by the runtime");
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        var problems = assertThrows(InvalidCatalog.class, () -> read("version: 1\nfunctions: [\n"))
                .problems();
        assertTrue(problems.getFirst().contains("catalog.yaml:3: is not YAML"), problems::toString);
    }

    @Test
    void aKeyThatAppearsTwiceIsRefused() {
        refuses(GOOD.replace("version: 1", "version: 1\nversion: 1"), "2: version: appears twice");
    }
}
