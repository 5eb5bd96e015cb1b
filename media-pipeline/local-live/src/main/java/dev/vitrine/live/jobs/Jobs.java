package dev.vitrine.live.jobs;

import dev.vitrine.live.channel.Outbox;
import dev.vitrine.live.durable.Documents;
import dev.vitrine.live.durable.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// The queue of jobs and its one worker. Safe for use by many threads.
public final class Jobs {
    public static final int MAX_ATTEMPTS = 6;
    /// Each further attempt waits four times as long: 1 s, 4 s, 16 s, 64 s, 256 s.
    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final int WAIT_FACTOR = 4;

    private static final System.Logger LOG = System.getLogger(Jobs.class.getName());

    private final Documents<Job> documents;
    private final Map<String, Job> jobs = new HashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();
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
        jobs.values().stream().filter(job -> !job.over()).forEach(job -> waiting.addLast(job.id()));
        worker = Thread.ofVirtual().name("jobs").start(this::work);
    }

    /// On return the job survives a crash. A job of the same id that is under way goes on; one that is over is told
    /// again, for its telling may have been lost.
    public synchronized void submit(Job job) {
        Job known = jobs.get(job.id());
        if (known == null) {
            save(job);
            waiting.addLast(job.id());
            notifyAll();
        } else if (known.over()) {
            outbox.job(known.outcome());
        }
    }

    private void work() {
        try {
            while (true) {
                Job job = next();
                if (!Patience.survived("job " + job.id(), () -> run(job))) {
                    again(job);
                }
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "jobs stop; what is undone is resumed at the next start");
        }
    }

    private void run(Job queued) throws InterruptedException {
        Job job = queued;
        Duration wait = FIRST_WAIT;
        while (!job.over()) {
            job = save(job.attempted());
            String failure;
            try {
                finish(job, JobMessages.rendered(job, renderer.render(job)));
                return;
            } catch (CannotRender e) {
                finish(job, JobMessages.failed(job, e.getMessage()));
                return;
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "job " + job.id() + " failed, attempt " + job.attempts(), e);
                failure = e.getMessage();
            }
            if (job.attempts() >= MAX_ATTEMPTS) {
                finish(job, JobMessages.failed(job, "gave up: " + failure));
                return;
            }
            Thread.sleep(wait);
            wait = wait.multipliedBy(WAIT_FACTOR);
        }
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

    private synchronized void again(Job job) {
        waiting.addLast(job.id());
    }

    private synchronized Job next() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return jobs.get(waiting.removeFirst());
    }

    public void stop() throws InterruptedException {
        if (worker != null) {
            worker.interrupt();
            worker.join();
        }
    }
}
