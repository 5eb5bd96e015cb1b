package dev.vitrine.local.supervision;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Over one part: one question a round, and what follows from the answer.
final class Watch {
    /// From the end of one round to the next.
    static final Duration PERIOD = Duration.ofSeconds(2);
    /// One miss is a busy machine; so many in a row are a part that is down.
    static final int MISSES = 3;

    private static final Logger LOG = System.getLogger(Watch.class.getName());

    private final Watched part;
    private final InstantSource clock;
    private final Duration answerWithin;
    private final RestartPause pause = new RestartPause();
    private FutureTask<Void> question;
    private int misses;
    private Instant firstMiss = Instant.MIN;
    private Instant revived = Instant.EPOCH;
    private Instant notBefore = Instant.MIN;

    Watch(Watched part, InstantSource clock, Duration answerWithin) {
        this.part = part;
        this.clock = clock;
        this.answerWithin = answerWithin;
    }

    /// @throws InterruptedException the local cloud stops
    void round() throws InterruptedException {
        try {
            ask();
            misses = 0;
            part.condition().answered();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            missed(e);
        }
    }

    /// On a thread of its own, which is never interrupted: an interrupt closes a file that is being written.
    /// What is not answered yet is waited for once more instead of asking anew.
    private void ask() throws Exception {
        if (question == null || question.isDone()) {
            question = new FutureTask<>(() -> {
                part.probe();
                return null;
            });
            Thread.ofVirtual().name("probe-" + name()).start(question);
        }
        try {
            question.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + Condition.seconds(answerWithin), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private void missed(Exception e) throws InterruptedException {
        if (misses++ == 0) {
            firstMiss = clock.instant();
        }
        LOG.log(Level.DEBUG, "{0} missed {1} questions in a row: {2}", name(), misses, e);
        if (misses < MISSES) {
            return;
        }
        part.condition().down(words(e));
        if (!clock.instant().isBefore(notBefore)) {
            revive();
        }
    }

    private void revive() throws InterruptedException {
        var stayedUp = Duration.between(revived, firstMiss);
        try {
            part.revive();
            misses = 0; // it has as long as at first to show that it answers
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.log(Level.WARNING, name() + " could not be started again", e);
        }
        revived = clock.instant();
        notBefore = revived.plus(pause.next(stayedUp));
    }

    private String name() {
        return part.condition().state().name();
    }

    private static String words(Exception e) {
        var message = e.getMessage();
        return message == null || message.isBlank()
                ? e.toString()
                : message.lines().findFirst().orElseThrow();
    }
}
