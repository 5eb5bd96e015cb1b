package dev.vitrine.chat.bench.fanout;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// The load client's one thread. Everything of sockets and tallies happens on it, so nothing there is locked;
/// other threads ask it.
final class Loop implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final Context context;

    Loop() {
        vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1));
        context = vertx.getOrCreateContext();
    }

    Vertx vertx() {
        return vertx;
    }

    /// Runs it on the loop and waits for its value. Never called by the loop itself.
    <T> T ask(Callable<T> question) throws IOException, InterruptedException {
        Promise<T> promise = Promise.promise();
        context.runOnContext(_ -> {
            try {
                promise.complete(question.call());
            } catch (Exception e) {
                promise.fail(e);
            }
        });
        return await(promise.future(), PATIENCE);
    }

    void run(Runnable task) throws IOException, InterruptedException {
        ask(() -> {
            task.run();
            return true;
        });
    }

    /// Begins something on the loop and waits for its end.
    <T> T await(Supplier<Future<T>> begin, Duration atMost) throws IOException, InterruptedException {
        Promise<T> promise = Promise.promise();
        context.runOnContext(_ -> begin.get().onComplete(promise));
        return await(promise.future(), atMost);
    }

    private static <T> T await(Future<T> future, Duration atMost) throws IOException, InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("nothing came within " + atMost.toSeconds() + " s", e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
