package dev.vitrine.it.ledger;

import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.Paying;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Viewers who give, as good clients do: each gift is asked for under its key until it is answered. Some are
/// asked for again, at the same time or much later, and some cannot be paid.
final class GiftCrowd implements AutoCloseable {
    /// At once: each brings a process of the function to life, again after every kill.
    private static final int HANDS = 6;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int TRIES = 400;
    private static final List<String> KINDS = List.of("heart", "rose", "lucky-star");
    private static final int MOST_PIECES = 3;
    private static final String PURSE = "coins-5000";
    static final int PURSE_COINS = 5_000;
    /// More than a purse holds.
    private static final String TOO_DEAR = "castle";

    private static final int TOO_DEAR_ONE_IN = 100;
    private static final int TWICE_ONE_IN = 10;
    private static final int LATER_ONE_IN = 20;

    private record Giver(String name, Api api) {}

    private record Wish(Giver giver, String room, String kind, int count, String key) {}

    private final List<Giver> givers;
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    private final List<Future<?>> work = new ArrayList<>();
    private final Map<String, Gift> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();

    /// Everybody with a full purse.
    GiftCrowd(Cloud cloud, int size) {
        givers = all(IntStream.range(0, size).mapToObj(GiftCrowd::name).toList(), name -> {
            var api = cloud.as(name, "viewer");
            Paying.buy(api, PURSE);
            return new Giver(name, api);
        });
    }

    static String name(int giver) {
        return "giver-" + giver;
    }

    /// Begins to give.
    void give(int gifts, List<String> rooms, Random random) {
        plan(gifts, rooms, random).forEach(wish -> work.add(hands.submit(() -> ask(wish))));
    }

    private List<Wish> plan(int gifts, List<String> rooms, Random random) {
        var plan = new ArrayList<Wish>();
        for (int n = 0; n < gifts; n++) {
            var giver = givers.get(n % givers.size());
            var room = rooms.get(random.nextInt(rooms.size()));
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            var wish = new Wish(giver, room, kind, 1 + random.nextInt(MOST_PIECES), "gift-" + n);
            plan.add(wish);
            if (random.nextInt(TWICE_ONE_IN) == 0) {
                plan.add(wish);
            }
            if (random.nextInt(TOO_DEAR_ONE_IN) == 0) {
                plan.add(new Wish(giver, room, TOO_DEAR, 1, "too-dear-" + n));
            }
        }
        for (int n = 0; n < gifts / LATER_ONE_IN; n++) {
            plan.add(random.nextInt(plan.size()), plan.get(random.nextInt(plan.size())));
        }
        return plan;
    }

    private void ask(Wish wish) {
        var answer = answer(wish);
        if (wish.kind().equals(TOO_DEAR)) {
            answer.expect(402);
            refused.incrementAndGet();
            return;
        }
        var gift = Gift.answered(
                wish.room(), wish.giver().name(), answer.expect(201).json());
        var before = acknowledged.putIfAbsent(wish.key(), gift);
        if (before != null && !before.equals(gift)) {
            throw new AssertionError("answered " + before + ", and asked again " + gift);
        }
    }

    /// The first answer that is not the server's trouble.
    private static Api.Answer answer(Wish wish) {
        var path = "/v1/rooms/" + wish.room() + "/gifts";
        var body = Map.of("gift", wish.kind(), "count", wish.count());
        for (int n = 0; n < TRIES; n++) {
            try {
                var answer = wish.giver().api().post(path, body, Map.of("idempotency-key", wish.key()));
                if (answer.status() < 500 && answer.status() != 429) {
                    return answer;
                }
            } catch (RuntimeException cutOff) {
                // whether it was given is not known: the same key asks
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError("no answer after " + TRIES + " tries: " + wish);
    }

    int acknowledged() {
        return acknowledged.size();
    }

    int refused() {
        return refused.get();
    }

    /// Whether everything was answered, or has failed.
    boolean isDone() {
        return work.stream().allMatch(Future::isDone);
    }

    /// What was acknowledged; fails with the first that went wrong.
    List<Gift> gifts() {
        work.forEach(GiftCrowd::result);
        return List.copyOf(acknowledged.values());
    }

    private interface Step<T> {
        T of(String name);
    }

    private <T> List<T> all(List<String> names, Step<T> step) {
        var begun =
                names.stream().map(name -> hands.submit(() -> step.of(name))).toList();
        return begun.stream().map(GiftCrowd::result).toList();
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
