package dev.vitrine.live.channel;

import dev.vitrine.live.durable.Patience;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Tells how many watch each channel on air, when the number has changed, at most every [#INTERVAL].
final class ViewerTeller {
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Channels channels;
    private final Outbox outbox;
    private final StreamMessages messages;
    private final Map<String, Integer> told = new HashMap<>();
    private Thread teller;

    ViewerTeller(Channels channels, Outbox outbox, StreamMessages messages) {
        this.channels = channels;
        this.outbox = outbox;
        this.messages = messages;
    }

    void start() {
        teller = Thread.ofVirtual().name("viewers").start(this::tell);
    }

    private void tell() {
        try {
            while (true) {
                Thread.sleep(INTERVAL);
                Patience.survived("telling how many watch", this::tellAll);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellAll() {
        Map<String, Integer> now = new HashMap<>();
        channels.onAir().forEach(state -> state.onAir()
                .ifPresent(onAir -> now.put(state.channel(), tell(state.channel(), onAir))));
        told.clear();
        told.putAll(now);
    }

    /// Answers the number the host knows.
    private int tell(String channel, ChannelState.OnAir onAir) {
        int known = told.getOrDefault(channel, 0);
        boolean taken = onAir.viewers() != known
                && outbox.tryStream(messages.viewers(channel, onAir.stream(), onAir.viewers()));
        return taken ? onAir.viewers() : known;
    }

    void stop() throws InterruptedException {
        if (teller != null) {
            teller.interrupt();
            teller.join();
        }
    }
}
