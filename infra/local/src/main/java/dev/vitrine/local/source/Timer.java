package dev.vitrine.local.source;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vitrine.local.catalog.Schedule;
import dev.vitrine.local.runtime.FunctionArn;
import dev.vitrine.local.runtime.InvocationResult;
import dev.vitrine.local.runtime.Invoker;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// One schedule. Fires that fall due while the function works, or while the machine sleeps, are made up for by the
/// next one, not queued.
final class Timer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Timer.class.getName());
    /// The clock of a laptop jumps when it wakes; no sleep is longer than this.
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    private static final JsonMapper JSON = new JsonMapper();

    private final String function;
    private final Schedule schedule;
    private final Invoker invoker;
    private final Clock clock;
    private final Thread thread;

    Timer(String function, Schedule schedule, Invoker invoker, Clock clock) {
        this.function = function;
        this.schedule = schedule;
        this.invoker = invoker;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("timer-" + function).start(this::run);
    }

    private void run() {
        try {
            var last = clock.instant();
            for (var next = schedule.nextAfter(last); next.isPresent(); next = schedule.nextAfter(last)) {
                sleepUntil(next.get());
                last = clock.instant();
                fire(next.get());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void sleepUntil(Instant due) throws InterruptedException {
        for (var left = left(due); left.isPositive(); left = left(due)) {
            Thread.sleep(left.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : left);
        }
    }

    private Duration left(Instant due) {
        return Duration.between(clock.instant(), due);
    }

    private void fire(Instant due) {
        try {
            switch (invoker.invoke(function, event(function, due))) {
                case InvocationResult.Answered _ -> {}
                case InvocationResult.Failed failed ->
                    LOG.log(System.Logger.Level.WARNING, "{0} on schedule: {1}", function, failed);
                case InvocationResult.Throttled _ ->
                    LOG.log(System.Logger.Level.WARNING, "{0} was throttled on schedule", function);
            }
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.log(System.Logger.Level.ERROR, function + " could not be invoked on schedule", e);
            }
        }
    }

    /// As EventBridge writes it (EventBridge user guide, "Scheduled event").
    static byte[] event(String function, Instant due) {
        var event = JSON.createObjectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", FunctionArn.ACCOUNT)
                .put("time", due.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", FunctionArn.REGION);
        event.putArray("resources")
                .add("arn:aws:events:" + FunctionArn.REGION + ":" + FunctionArn.ACCOUNT + ":rule/" + function);
        event.putObject("detail");
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
