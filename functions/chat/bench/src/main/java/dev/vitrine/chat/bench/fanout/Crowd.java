package dev.vitrine.chat.bench.fanout;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// The seats of one room, taken a few at a time.
final class Crowd {
    /// Handshakes under way at once.
    private static final int AT_ONCE = 16;
    /// A refused handshake is tried again, as a client would.
    private static final int TRIES = 6;

    private static final long AGAIN_MILLIS = 500;
    private static final Duration SEATED_WITHIN = Duration.ofMinutes(3);

    private final Loop loop;
    private final Carrier carrier;
    private final String room;
    private final int size;
    private final Tally tally;
    private final Seat[] seats;
    private final Promise<Void> full = Promise.promise();
    private int begun;
    private int taken;

    private Crowd(Loop loop, Carrier carrier, String room, int size, Tally tally) {
        this.loop = loop;
        this.carrier = carrier;
        this.room = room;
        this.size = size;
        this.tally = tally;
        this.seats = new Seat[size];
    }

    /// @param speakers how many of them may speak: the first ones
    static Crowd seat(Loop loop, Carrier carrier, int size, int speakers, Tally tally)
            throws IOException, InterruptedException {
        var crowd = new Crowd(loop, carrier, carrier.open(speakers), size, tally);
        loop.await(crowd::fill, SEATED_WITHIN);
        return crowd;
    }

    private Future<Void> fill() {
        for (var i = 0; i < Math.min(AT_ONCE, size); i++) {
            next();
        }
        return full.future();
    }

    private void next() {
        if (begun < size) {
            take(begun++, 1);
        }
    }

    private void take(int number, int attempt) {
        carrier.seat(room, number, size, tally)
                .onSuccess(seat -> {
                    seats[number] = seat;
                    if (++taken == size) {
                        full.tryComplete();
                    }
                    next();
                })
                .onFailure(why -> {
                    if (attempt >= TRIES) {
                        full.tryFail(new IOException(
                                "seat " + number + " of " + size + " was refused " + TRIES + " times: "
                                        + why.getMessage(),
                                why));
                    } else {
                        loop.vertx().setTimer(AGAIN_MILLIS * attempt, _ -> take(number, attempt + 1));
                    }
                });
    }

    String room() {
        return room;
    }

    /// By number: speakers first.
    List<Seat> seats() {
        return List.of(seats);
    }

    void leave() throws IOException, InterruptedException {
        loop.run(() -> seats().forEach(Seat::leave));
    }
}
