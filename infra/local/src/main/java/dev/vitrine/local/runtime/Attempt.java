package dev.vitrine.local.runtime;

import dev.vitrine.local.catalog.FunctionSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One invocation on its way through a pool: a process is found or started, the event handed over, the end
/// reported.
final class Attempt {
    private final FunctionPool pool;
    private final FunctionSpec function;
    private final LogFile log;
    private final RuntimeObserver observer;
    private final String requestId = Invocation.newRequestId();

    Attempt(FunctionPool pool, FunctionSpec function, LogFile log, RuntimeObserver observer) {
        this.pool = pool;
        this.function = function;
        this.log = log;
        this.observer = observer;
    }

    InvocationResult run(byte[] payload, Optional<String> trace) throws InterruptedException {
        while (true) {
            switch (pool.take()) {
                case Claim.InitFailed(var process, var error, var words, var init) -> {
                    return failed(process, init, Duration.ZERO, FailureKind.INIT, error.type(), prefix() + words);
                }
                case Claim.Ready(var process, var init) -> {
                    var result = offer(process, payload, trace, init);
                    if (result.isPresent()) {
                        return result.get();
                    }
                    if (init.isPresent()) { // a second new process would hardly do better
                        return failed(
                                process, init, Duration.ZERO, FailureKind.EXITED, "Runtime.ExitError", exit(process));
                    }
                }
            }
        }
    }

    /// Empty if the process died before it fetched the event: then another may have it.
    private Optional<InvocationResult> offer(
            FunctionProcess process, byte[] payload, Optional<String> trace, Optional<Duration> init)
            throws InterruptedException {
        var deadline = Instant.now().plus(function.timeout());
        var invocation = new Invocation(requestId, payload, deadline, trace.orElseGet(Invocation::newTrace));
        var start = System.nanoTime();
        var answer = process.invoke(invocation);
        var duration = Duration.ofNanos(System.nanoTime() - start);
        return switch (answer) {
            case Answer.Response(var body) -> {
                pool.free(process);
                report(process, new InvocationReport(function.name(), requestId, init, duration, Optional.empty()));
                yield Optional.of(new InvocationResult.Answered(requestId, body));
            }
            case Answer.Error(var type, var message) -> {
                pool.free(process);
                yield Optional.of(failed(process, init, duration, FailureKind.HANDLER, type, message));
            }
            case Answer.TooLarge(var bytes) -> {
                pool.free(process);
                yield Optional.of(failed(
                        process,
                        init,
                        duration,
                        FailureKind.RESPONSE_TOO_LARGE,
                        "Function.ResponseSizeTooLarge",
                        "Response payload size (" + bytes + " bytes) exceeded maximum allowed payload size ("
                                + RuntimeSettings.MAX_RESPONSE_BYTES + " bytes)."));
            }
            case Answer.TimedOut() ->
                Optional.of(failed(
                        process,
                        init,
                        duration,
                        FailureKind.TIMED_OUT,
                        "Sandbox.Timedout",
                        prefix() + "Task timed out after " + Seconds.words(function.timeout()) + " seconds"));
            case Answer.Exited(var taken) ->
                taken
                        ? Optional.of(
                                failed(process, init, duration, FailureKind.EXITED, "Runtime.ExitError", exit(process)))
                        : Optional.empty();
        };
    }

    private String exit(FunctionProcess process) {
        return prefix() + process.exitWords();
    }

    private String prefix() {
        return "RequestId: " + requestId + " Error: ";
    }

    private InvocationResult failed(
            FunctionProcess process,
            Optional<Duration> init,
            Duration duration,
            FailureKind kind,
            String type,
            String message) {
        report(process, new InvocationReport(function.name(), requestId, init, duration, Optional.of(kind)));
        return new InvocationResult.Failed(requestId, kind, type, message);
    }

    private void report(FunctionProcess process, InvocationReport report) {
        log.report(process.pid(), report, function.memoryMb());
        observer.invoked(report);
    }
}
