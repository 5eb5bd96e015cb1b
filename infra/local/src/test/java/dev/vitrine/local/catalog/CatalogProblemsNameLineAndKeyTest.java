package dev.vitrine.local.catalog;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
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
            version: 2
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
                catalog.eventRoutes("dev.vitrine.room.interrupted.v1"));
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
                        + " memoryMb, timeoutSeconds, concurrency, connections, trigger, subscribes, publishes,"
                        + " invokes, uses, environment");
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
                "16: functions.rooms-on-event.uses[0]: 'databases' is not one of database, objects, live, jobs, hot,"
                        + " sockets, payments, internet");
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
        var problems = assertThrows(InvalidCatalog.class, () -> read("version: 2\nfunctions: [\n"))
                .problems();
        assertTrue(problems.getFirst().contains("catalog.yaml:3: is not YAML"), problems::toString);
    }

    @Test
    void aKeyThatAppearsTwiceIsRefused() {
        refuses(GOOD.replace("version: 2", "version: 2\nversion: 2"), "2: version: appears twice");
    }

    @Test
    void anArtefactOfAnotherFolderLiesThere() throws IOException {
        var catalog = read(GOOD.replace("    schema: rooms", "    schema: rooms\n    capability: stage"));

        assertEquals(folder.toAbsolutePath().resolve("stage/rooms"), catalog.folderOf("rooms"));
    }

    @Test
    void aSchemaBelongsToOneArtefact() {
        refuses(
                GOOD.replace("functions:", "  other: { schema: rooms }\nfunctions:"),
                "5: artefacts.other.schema: schema rooms already belongs to rooms");
    }

    @Test
    void wrongKeysOfAnArtefactAreTold() {
        refuses(
                GOOD.replace(
                        "    schema: rooms",
                        "    schema: rooms\n    buckets: [Media]\n    publicPrefixes: [a]\n    secrets: { key: Own }"),
                "5: artefacts.rooms.buckets[0]: 'Media' must be lower-case words joined by '-'",
                "6: artefacts.rooms.publicPrefixes[0]: 'a' must be folders of lower-case words such as covers/",
                "7: artefacts.rooms.secrets.key: must be an upper-case variable name");
    }

    @Test
    void objectsNeedABucketAndBucketsAreDeclared() {
        refuses(
                GOOD.replace("[database]", "[objects]"),
                "16: functions.rooms-on-event.uses: objects needs artefacts.rooms.buckets");
        var head = GOOD.substring(0, GOOD.indexOf("    trigger:"));
        refuses(
                head + "    trigger:\n      objectCreated: { bucket: media }\n",
                "13: functions.rooms-on-event.trigger.objectCreated.bucket: no artefact has 'media' among its buckets");
    }

    @Test
    void poolsOfAllFunctionsFitTheDatabase() {
        refuses(
                "database: { connections: 20 }\n" + GOOD.replace("concurrency: 2", "concurrency: 6"),
                "1: database: its 20 connections do not suffice: functions may open 12 at once and 10 are kept for its"
                        + " care (rooms-on-event 6 x 2)");
    }

    @Test
    void connectionsNeedADatabase() {
        refuses(
                GOOD.replace("[database]", "[hot]\n    connections: 2"),
                "17: functions.rooms-on-event.connections: needs uses: [database]");
    }

    @Test
    void whoIsInvokedIsThereAnswersInTimeAndNeverCallsBack() {
        var invoked = """
              callee:
                artefact: rooms
                description: is called
                memoryMb: 512
                timeoutSeconds: 19
                concurrency: 1
                trigger: { invoke: {} }
            """;
        var caller = GOOD + "    invokes: [callee]\n";
        assertDoesNotThrow(() -> read(caller + invoked));
        refuses(GOOD + "    invokes: [nobody]\n", "17: functions.rooms-on-event.invokes: no function 'nobody'");
        refuses(
                caller + invoked.replace("timeoutSeconds: 19", "timeoutSeconds: 20"),
                "17: functions.rooms-on-event.invokes: callee may take 20 s, its caller 20: the caller must outlast it"
                        + " to tell what became of it");
        refuses(
                caller + invoked.replace("{ invoke: {} }", "{ schedule: rate(1 hour) }"),
                "17: functions.rooms-on-event.invokes: callee is not called by name: its trigger must be invoke");
        refuses(
                GOOD + invoked + "    invokes: [callee]\n",
                "24: functions.callee.invokes: callee may take 19 s, its caller 19: the caller must outlast it to tell"
                        + " what became of it",
                "24: functions.callee.invokes: leads back to itself: callee -> callee");
    }

    @Test
    void whatRoomsShowIsHeardWithoutBeingNamed() throws IOException {
        declare("gifts", "gift-sent", "room: { kind: gift }");
        declare("gifts", "counted", "");
        declare("shows", "interrupted", "");
        var catalog = read(GOOD.replace("room.interrupted", "shows.interrupted")
                .replace("subscribes:", "subscribes:\n      - { shown: true }"));

        var function = catalog.function("rooms-on-event");
        assertTrue(function.shown());
        assertEquals(
                List.of("dev.vitrine.shows.interrupted.v1", "dev.vitrine.gifts.gift-sent.v1"),
                function.subscribes().stream().map(Subscription::event).toList());
    }

    @Test
    void factsAreToldByWhoDeclaresThem() throws IOException {
        declare("gifts", "sent", "");
        declare("rooms", "ended", "");
        var good = GOOD.replaceFirst("(?s)    subscribes:.*uses", "    uses");
        assertDoesNotThrow(() -> read(good + "    publishes: [dev.vitrine.rooms.ended.v1]\n"));
        refuses(
                good
                        + "    publishes: [dev.vitrine.rooms.ended.v1, dev.vitrine.gifts.sent.v1, dev.vitrine.rooms.begun.v1]\n",
                "15: functions.rooms-on-event.publishes: dev.vitrine.gifts.sent.v1 is told by gifts, which declares it",
                "15: functions.rooms-on-event.publishes: no capability declares dev.vitrine.rooms.begun.v1"
                        + " (functions/<capability>/events)");
    }

    @Test
    void whatACapabilityDeclaresOneOfItsFunctionsTells() throws IOException {
        declare("rooms", "ended", "");
        var good = GOOD.replaceFirst("(?s)    subscribes:.*uses", "    uses");

        var problems = assertThrows(InvalidCatalog.class, () -> read(good)).problems();

        assertEquals(
                List.of(folder.toAbsolutePath().resolve("rooms/events/src/main/events/ended.v1.yaml")
                        + ":1: type: dev.vitrine.rooms.ended.v1 is published by no function"),
                problems);
    }

    @Test
    void aDeclarationThatIsNoneIsToldByItsOwnFile() throws IOException {
        declare("gifts", "sent", "");
        var file = folder.resolve("gifts/events/src/main/events/other.v1.yaml");
        Files.writeString(file, "description: nothing\n");

        var problems = assertThrows(InvalidCatalog.class, () -> read(GOOD)).problems();

        assertEquals(file.toAbsolutePath() + ":1: type: is missing", problems.getFirst());
    }

    private void declare(String capability, String name, String more) throws IOException {
        var file = folder.resolve(capability + "/events/src/main/events/" + name + ".v1.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "type: dev.vitrine." + capability + "." + name + ".v1\n" + more + "\n");
    }
}
