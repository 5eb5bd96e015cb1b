package dev.vitrine.live.jobs;

import dev.vitrine.live.channel.Outbox;
import dev.vitrine.live.durable.Documents;
import dev.vitrine.live.durable.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/// Jobs and their one worker, which attempts what is due. Safe for use by many threads.
public final class Jobs {
    public static final int MAX_ATTEMPTS = 6;
    /// Each further attempt waits four times as long: 1 s, 4 s, 16 s, 64 s, 256 s.
    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final int WAIT_FACTOR = 4;
    private static final long LONGEST_LOOK = 60_000;

    /// A job and the time before which it is not attempted.
    private record Due(String id, long atNanos) {}

    private static final System.Logger LOG = System.getLogger(Jobs.class.getName());

    private final Documents<Job> documents;
    private final Map<String, Job> jobs = new HashMap<>();
    private final Queue<Due> waiting = new PriorityQueue<>(Comparator.comparingLong(Due::atNanos));
    private final ReplayRenderer renderer;
    private final Outbox outbox;
    private Thread worker;

    public Jobs(Path folder, ReplayRenderer renderer, Outbox outbox) {
        this.documents = new Documents<>(folder, Job.class);
        this.renderer = renderer;
        this.outbox = outbox;
        documents.all().forEach(job -> jobs.put(job.id(), job));
    }

    /// Begins to work, with what an earlier run left undone.
    public synchronized void start() {
        jobs.values().stream().filter(job -> !job.over()).forEach(job -> again(job.id(), Duration.ZERO));
        worker = Thread.ofVirtual().name("jobs").start(this::work);
    }

    /// On return the job survives a crash. A job of the same id that is under way goes on; one that is over is told
    /// again, for its telling may have been lost.
    public synchronized void submit(Job job) {
        Job known = jobs.get(job.id());
        if (known == null) {
            save(job);
            again(job.id(), Duration.ZERO);
        } else if (known.over()) {
            outbox.job(known.outcome());
        }
    }

    private void work() {
        try {
            while (true) {
                Job job = next();
                if (!Patience.survived("job " + job.id(), () -> attempt(job))) {
                    again(job.id(), Duration.ZERO);
                }
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "jobs stop; what is undone is resumed at the next start");
        }
    }

    /// One attempt. One that failed waits outside: the worker is for others meanwhile.
    private void attempt(Job queued) {
        Job job = save(queued.attempted());
        try {
            finish(job, JobMessages.rendered(job, renderer.render(job)));
        } catch (CannotRender e) {
            finish(job, JobMessages.failed(job, e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "job " + job.id() + " failed, attempt " + job.attempts(), e);
            if (job.attempts() >= MAX_ATTEMPTS) {
                finish(job, JobMessages.failed(job, "gave up: " + e.getMessage()));
            } else {
                again(job.id(), waitAfter(job.attempts()));
            }
        }
    }

    static Duration waitAfter(int attempts) {
        return FIRST_WAIT.multipliedBy((long) Math.pow(WAIT_FACTOR, attempts - 1.0));
    }

    /// Told first, then remembered as told: a crash between the two tells twice.
    private void finish(Job job, String outcome) {
        outbox.job(outcome);
        save(job.done(outcome));
    }

    private synchronized Job save(Job job) {
        documents.save(job.id(), job);
        jobs.put(job.id(), job);
        return job;
    }

    private synchronized void again(String id, Duration wait) {
        waiting.add(new Due(id, System.nanoTime() + wait.toNanos()));
        notifyAll();
    }

    private synchronized Job next() throws InterruptedException {
        while (true) {
            long left = waiting.isEmpty() ? Long.MAX_VALUE : waiting.peek().atNanos() - System.nanoTime();
            if (left <= 0) {
                return jobs.get(waiting.remove().id());
            }
            wait(Math.min(left / 1_000_000 + 1, LONGEST_LOOK));
        }
    }

    public void stop() throws InterruptedException {
        if (worker != null) {
            worker.interrupt();
            worker.join();
        }
    }
}
