package dev.vitrine.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.fixture.ACatalog;
import dev.vitrine.local.fixture.Eventually;
import dev.vitrine.local.fixture.FunctionZip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionsRunAsProcessesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);
    /// Two starts that take four seconds each do not fit into it, one does.
    private static final Duration ONE_START = Duration.ofSeconds(7);

    private static final int MANY = 100;

    @TempDir
    Path folder;

    private final Recorded seen = new Recorded();
    private Path zip;
    private FunctionRuntime runtime;

    @BeforeEach
    void start() throws IOException {
        zip = FunctionZip.scripted(folder.resolve("zip"), "first");
        runtime = runtime(LONG, LONG, 10, LONG);
    }

    @AfterEach
    void stop() {
        runtime.close();
        assertTrue(seen.pids.isEmpty(), "no process outlives the runtime");
    }

    private FunctionRuntime runtime(Duration idle, Duration init, int maxWaiting, Duration maxWait) throws IOException {
        return runtime(idle, init, maxWaiting, maxWait, MANY, seen);
    }

    private FunctionRuntime runtime(
            Duration idle, Duration init, int maxWaiting, Duration maxWait, int mostStarting, RuntimeObserver observer)
            throws IOException {
        var catalog = ACatalog.in(folder)
                .with("one", 20, 1, "{ invoke: {} }", "environment: { GREETING: hello }")
                .with("two", 20, 2, "{ invoke: {} }")
                .with("broken-for-all", 20, 3, "{ invoke: {} }", "environment: { STARTS: broken }")
                .with("late", 20, 3, "{ invoke: {} }", "environment: { STARTS: late }")
                .with("late-too", 20, 3, "{ invoke: {} }", "environment: { STARTS: late }")
                .with("late-as-well", 20, 3, "{ invoke: {} }", "environment: { STARTS: late }")
                .with("brief", 1, 1, "{ invoke: {} }")
                .with("broken", 20, 1, "{ invoke: {} }", "environment: { STARTS: broken }")
                .with("logging", 20, 1, "{ invoke: {} }", "environment: { STARTS: logging }")
                .with("reporting", 20, 1, "{ invoke: {} }", "environment: { STARTS: reporting }")
                .with("hanging", 20, 1, "{ invoke: {} }", "environment: { STARTS: hanging }")
                .read();
        var settings = new RuntimeSettings(
                folder.resolve("packages"),
                folder.resolve("functions.json"),
                idle,
                init,
                Duration.ofSeconds(2),
                maxWaiting,
                maxWait,
                mostStarting,
                Set.of());
        return new FunctionRuntime(catalog, _ -> zip, _ -> Map.of("HOUSE", "vitrine"), settings, observer);
    }

    private InvocationResult invoke(String function, String event) {
        return runtime.invoke(function, event.getBytes(StandardCharsets.UTF_8));
    }

    private String answer(String function, String event) {
        var answered = assertInstanceOf(InvocationResult.Answered.class, invoke(function, event));
        return new String(answered.payload(), StandardCharsets.UTF_8);
    }

    private JsonNode json(String function, String event) throws IOException {
        return JSON.readTree(answer(function, event));
    }

    private InvocationResult.Failed failure(String function, String event) {
        return assertInstanceOf(InvocationResult.Failed.class, invoke(function, event));
    }

    private List<InvocationResult> together(int callers, String function, String event) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<InvocationResult>>();
            for (var i = 0; i < callers; i++) {
                calls.add(() -> invoke(function, event));
            }
            var results = new ArrayList<InvocationResult>();
            for (var future : executor.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void aSecondInvocationFindsTheFirstOnesProcessWarm() throws IOException {
        var first = json("one", "{}");
        var second = json("one", "{}");

        assertEquals(first.get("pid"), second.get("pid"));
        assertEquals(2, second.get("invocations").asInt());
        assertTrue(seen.reports.getFirst().cold());
        assertFalse(seen.reports.getLast().cold());
    }

    @Test
    void noMoreProcessesThanTheConcurrencyRunAndTheOthersWait() throws Exception {
        var results = together(5, "two", "cmd:slow");

        assertTrue(results.stream().allMatch(InvocationResult.Answered.class::isInstance));
        assertEquals(2, seen.pids.size());
    }

    @Test
    void callersAtOnceShareTheStartOfOneProcess() throws Exception {
        var results = together(3, "late", "{}");

        assertTrue(results.stream().allMatch(InvocationResult.Answered.class::isInstance));
        assertEquals(1, seen.pids.size());
        assertEquals(1, seen.reports.stream().filter(InvocationReport::cold).count());
    }

    @Test
    void aStartThatWaitsInTheLineHasItsWholeInitAfterwards() throws Exception {
        runtime.close();
        runtime = runtime(LONG, ONE_START, 10, LONG, 1, seen);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<InvocationResult>>();
            for (var name : List.of("late", "late-too", "late-as-well")) {
                calls.add(executor.submit(() -> invoke(name, "{}")));
            }
            for (var call : calls) {
                assertInstanceOf(InvocationResult.Answered.class, call.get());
            }
        }
        assertTrue(
                seen.reports.stream()
                        .allMatch(report -> report.init().orElseThrow().compareTo(ONE_START) < 0),
                "what they waited is not told as init");
    }

    @Test
    void aProcessThatCannotBeWatchedOverIsEndedAndTheNextCallGetsAnother() throws Exception {
        runtime.close();
        var full = new AtomicBoolean(true);
        runtime = runtime(LONG, LONG, 10, LONG, MANY, new FullDisk(seen, full));

        assertThrows(UncheckedIOException.class, () -> invoke("one", "{}"));
        full.set(false);

        assertTrue(answer("one", "{}").contains("\"invocations\":1"));
    }

    /// Cannot note that a process runs.
    private record FullDisk(Recorded seen, AtomicBoolean full) implements RuntimeObserver {
        @Override
        public void invoked(InvocationReport report) {
            seen.invoked(report);
        }

        @Override
        public void throttled(String function) {
            seen.throttled(function);
        }

        @Override
        public void processStarted(String function, long pid) {
            if (full.get()) {
                throw new UncheckedIOException(new IOException("no space left on device"));
            }
            seen.processStarted(function, pid);
        }

        @Override
        public void processEnded(String function, long pid) {
            seen.processEnded(function, pid);
        }
    }

    @Test
    void aBusyProcessThatStaysBusyIsNotWaitedFor() throws Exception {
        answer("two", "{}");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var hanging = executor.submit(() -> invoke("two", "cmd:hang"));
            Eventually.holds("it works", () -> log().contains("cmd:hang"));

            assertTrue(answer("two", "{}").contains("\"invocations\":1"));

            seen.pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            assertInstanceOf(InvocationResult.Failed.class, hanging.get());
        }
    }

    @Test
    void aStartThatFailsFailsAllWhoWaitedForIt() throws Exception {
        var results = together(3, "broken-for-all", "{}");

        assertTrue(results.stream()
                .allMatch(result ->
                        result instanceof InvocationResult.Failed failed && failed.kind() == FailureKind.INIT));
        assertEquals(1, seen.reports.stream().filter(InvocationReport::cold).count());
    }

    @Test
    void callersBeyondTheWaitingRoomAreThrottled() throws Exception {
        runtime.close();
        runtime = runtime(LONG, LONG, 1, LONG);

        var results = together(4, "one", "cmd:slow");

        assertEquals(
                2,
                results.stream()
                        .filter(InvocationResult.Throttled.class::isInstance)
                        .count());
        assertEquals(List.of("one", "one"), seen.throttled);
    }

    @Test
    void aProcessThatMissesItsDeadlineIsKilledAndTheNextCallGetsAnother() {
        var failed = failure("brief", "cmd:hang");

        assertEquals(FailureKind.TIMED_OUT, failed.kind());
        assertEquals("Sandbox.Timedout", failed.errorType());
        assertEquals(
                "RequestId: " + failed.requestId() + " Error: Task timed out after 1.00 seconds",
                failed.errorMessage());
        Eventually.holds("the hanging process is gone", seen.pids::isEmpty);
        assertTrue(answer("brief", "{}").contains("\"invocations\":1"));
    }

    @Test
    void deathInMidInvocationIsToldAsLambdaTellsIt() {
        var exited = failure("one", "cmd:exit");
        var killed = failure("one", "cmd:killed");

        assertEquals("Runtime.ExitError", exited.errorType());
        assertEquals(
                "RequestId: " + exited.requestId() + " Error: Runtime exited with error: exit status 3",
                exited.errorMessage());
        assertTrue(killed.errorMessage().endsWith("Runtime exited with error: signal: killed"));
        assertEquals(FailureKind.EXITED, killed.kind());
    }

    @Test
    void aProcessKilledFromOutsideFailsOneInvocationOnly() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var pending = executor.submit(() -> invoke("one", "cmd:hang"));
            Eventually.holds("it works", () -> log().contains("cmd:hang"));
            ProcessHandle.of(seen.pids.iterator().next()).orElseThrow().destroyForcibly();

            assertEquals(
                    FailureKind.EXITED,
                    assertInstanceOf(InvocationResult.Failed.class, pending.get())
                            .kind());
        }
        assertTrue(answer("one", "{}").contains("pid"));
    }

    @Test
    void anIdleProcessKilledFromOutsideFailsNothing() throws IOException {
        var pid = json("one", "{}").get("pid").asLong();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        Eventually.holds("its death is known", seen.pids::isEmpty);

        assertNotEquals(pid, json("one", "{}").get("pid").asLong());
    }

    @Test
    void theFunctionsOwnErrorLeavesItsProcessUsable() throws IOException {
        var pid = json("one", "{}").get("pid");
        var failed = failure("one", "cmd:error");

        assertEquals(FailureKind.HANDLER, failed.kind());
        assertEquals("Refused", failed.errorType());
        assertEquals("not today", failed.errorMessage());
        assertEquals(pid, json("one", "{}").get("pid"));
    }

    @Test
    void anAnswerAboveSixMegabytesIsRefused() {
        var failed = failure("one", "cmd:big");

        assertEquals(FailureKind.RESPONSE_TOO_LARGE, failed.kind());
        assertEquals("Function.ResponseSizeTooLarge", failed.errorType());
    }

    @Test
    void aProcessThatDiesAtItsStartTellsStatusAndLastLine() {
        var failed = failure("broken", "{}");

        assertEquals(FailureKind.INIT, failed.kind());
        assertEquals("Runtime.ExitError", failed.errorType());
        assertTrue(failed.errorMessage().contains("exit status 3"), failed.errorMessage());
        assertTrue(failed.errorMessage().contains("no database today"), failed.errorMessage());
    }

    @Test
    void aProcessThatOnlyLogsWhyItDiesTellsTheCause() {
        var failed = failure("logging", "{}");

        assertTrue(failed.errorMessage().contains("exit status 5"), failed.errorMessage());
        assertTrue(failed.errorMessage().endsWith("Caused by: the key is not set)"), failed.errorMessage());
    }

    @Test
    void aReportedInitErrorIsPassedOnWithTheExitStatus() {
        var failed = failure("reporting", "{}");

        assertEquals("Config.Missing", failed.errorType());
        assertTrue(failed.errorMessage().contains("no key"), failed.errorMessage());
        assertTrue(failed.errorMessage().contains("exit status 4"), failed.errorMessage());
    }

    @Test
    void aProcessThatNeverAsksForWorkIsKilledAfterTheInitBound() throws IOException {
        runtime.close();
        runtime = runtime(LONG, SHORT, 1, LONG);

        var failed = failure("hanging", "{}");

        assertEquals(FailureKind.INIT, failed.kind());
        assertEquals("Sandbox.Timedout", failed.errorType());
        Eventually.holds("it is gone", seen.pids::isEmpty);
    }

    @Test
    void idleProcessesAreReaped() throws IOException {
        runtime.close();
        runtime = runtime(SHORT, LONG, 1, LONG);

        answer("one", "{}");

        Eventually.holds("no process is left", seen.pids::isEmpty);
        assertTrue(answer("one", "{}").contains("\"invocations\":1"));
    }

    @Test
    void aChangedPackageRunsInAFolderOfItsOwn() throws IOException {
        var before = json("one", "{}").get("pid");
        zip = FunctionZip.scripted(folder.resolve("zip"), "changed by a rebuild");
        var after = json("one", "{}").get("pid");

        assertNotEquals(before, after);
        try (var folders = Files.list(folder.resolve("packages"))) {
            assertEquals(2, folders.count());
        }
    }

    @Test
    void theEnvironmentIsLambdasPlusTheHousesPlusTheCatalogs() {
        var environment = answer("one", "cmd:environment");

        for (var expected : List.of(
                "AWS_LAMBDA_FUNCTION_NAME=one",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=256",
                "AWS_REGION=us-east-1",
                "_HANDLER=one",
                "QUARKUS_FUNQY_EXPORT=one",
                "TZ=:UTC",
                "HOUSE=vitrine",
                "GREETING=hello")) {
            assertTrue(environment.contains(expected), expected + " in " + environment);
        }
        assertFalse(environment.contains("USER="), "nothing of the parent's gets through");
    }

    @Test
    void eachInvocationCarriesDeadlineArnAndTrace() {
        var before = System.currentTimeMillis();
        var answered = assertInstanceOf(
                InvocationResult.Answered.class,
                runtime.invoke("one", "cmd:headers".getBytes(StandardCharsets.UTF_8), Optional.of("Root=1-a-b")));
        var headers = new String(answered.payload(), StandardCharsets.UTF_8).split(" ");

        assertTrue(Long.parseLong(headers[0]) >= before + 20_000);
        assertEquals("arn:aws:lambda:us-east-1:000000000000:function:one", headers[1]);
        assertEquals("Root=1-a-b", headers[2]);
    }

    @Test
    void whatAProcessPrintsIsInTheLogWithItsRequest() throws IOException {
        answer("one", "{\"hello\":1}");
        var id = seen.reports.getFirst().requestId();
        Eventually.holds("the line is there", () -> log().contains("working on"));

        var lines = Files.readAllLines(folder.resolve("functions.json"));
        var started = JSON.readTree(lines.getFirst());
        assertEquals("well", started.at("/message/starts").asText());
        var worked = JSON.readTree(
                lines.stream().filter(l -> l.contains("working on")).findFirst().orElseThrow());
        assertEquals(id, worked.get("requestId").asText());
        assertEquals("one", worked.get("function").asText());
        assertEquals("stdout", worked.get("stream").asText());
        assertEquals("working on {\"hello\":1}", worked.get("message").asText());
        assertTrue(lines.getLast().contains("platform.report") || log().contains("platform.report"));
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("functions.json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
