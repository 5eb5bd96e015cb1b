package dev.vitrine.rooms;

import dev.vitrine.pipeline.Channel;
import dev.vitrine.pipeline.ChannelRef;
import dev.vitrine.pipeline.ChannelState;
import dev.vitrine.pipeline.IngestCredentials;
import dev.vitrine.pipeline.MediaProvider;
import dev.vitrine.pipeline.ProviderUnavailable;
import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// A live service in memory, that can be made to fail. It answers on a thread of its own, as clients of real ones
/// do.
@Mock
@ApplicationScoped
public class FakeProvider implements MediaProvider {
    private final Map<ChannelRef, ChannelState.OnAir> onAir = new ConcurrentHashMap<>();
    private final Set<ChannelRef> ended = ConcurrentHashMap.newKeySet();
    private volatile boolean dead;

    public void answerAgain() {
        dead = false;
    }

    public void die() {
        dead = true;
    }

    public void putOnAir(ChannelRef channel, ChannelState.OnAir state) {
        onAir.put(channel, state);
    }

    public boolean hasEnded(ChannelRef channel) {
        return ended.contains(channel);
    }

    @Override
    public Uni<Channel> prepare(String name) {
        var base = "http://127.0.0.1:8080/live/" + name;
        return answer(() -> new Channel(
                new ChannelRef(name),
                URI.create(base + "/master.m3u8"),
                Optional.of(URI.create(base + "/manifest.mpd"))));
    }

    @Override
    public Uni<IngestCredentials> rotateKey(ChannelRef channel) {
        return answer(() -> new IngestCredentials(URI.create("rtmp://127.0.0.1:1935/live"), "sk_" + UUID.randomUUID()));
    }

    @Override
    public Uni<ChannelState> state(ChannelRef channel) {
        return answer(() -> onAir.containsKey(channel) ? onAir.get(channel) : new ChannelState.Offline());
    }

    @Override
    public Uni<Map<ChannelRef, ChannelState.OnAir>> onAir() {
        return answer(() -> Map.copyOf(onAir));
    }

    @Override
    public Uni<Void> end(ChannelRef channel) {
        return answer(() -> {
                    onAir.remove(channel);
                    return ended.add(channel);
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<URI> snapshot(ChannelRef channel) {
        return answer(() -> URI.create("http://127.0.0.1:8080/media/covers/" + channel + ".jpg"));
    }

    private <T> Uni<T> answer(Supplier<T> reply) {
        return Uni.createFrom()
                .item(() -> {
                    if (dead) {
                        throw new ProviderUnavailable("the fake is dead", null);
                    }
                    return reply.get();
                })
                .runSubscriptionOn(command -> Thread.ofVirtual().start(command));
    }
}
