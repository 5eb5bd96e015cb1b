package dev.vitrine.pipeline.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.pipeline.Channel;
import dev.vitrine.pipeline.ChannelRef;
import dev.vitrine.pipeline.ChannelState;
import dev.vitrine.pipeline.IngestCredentials;
import dev.vitrine.pipeline.MediaProvider;
import dev.vitrine.pipeline.ProviderRefused;
import dev.vitrine.pipeline.StreamRef;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The local live service as a provider. Its channel is named as the room is.
public final class LocalMediaProvider implements MediaProvider {
    private static final int NOT_FOUND = 404;
    private static final String ON_AIR = "ON_AIR";

    private final LocalControl control;

    public LocalMediaProvider(LocalControl control) {
        this.control = control;
    }

    @Override
    public Uni<Channel> prepare(String name) {
        return control.put(path(new ChannelRef(name)))
                .map(answer -> new Channel(
                        Fields.channel(answer),
                        Fields.address(answer, "hls"),
                        Optional.of(Fields.address(answer, "dash"))));
    }

    @Override
    public Uni<IngestCredentials> rotateKey(ChannelRef channel) {
        return control.post(path(channel) + "/keys")
                .map(answer ->
                        new IngestCredentials(Fields.address(answer, "ingestUrl"), Fields.text(answer, "streamKey")));
    }

    @Override
    public Uni<ChannelState> state(ChannelRef channel) {
        return control.get(path(channel))
                .map(LocalMediaProvider::state)
                .onFailure(LocalMediaProvider::isUnknown)
                .recoverWithItem(ChannelState.Unknown::new);
    }

    @Override
    public Uni<Map<ChannelRef, ChannelState.OnAir>> onAir() {
        return control.get("/channels?state=" + ON_AIR).map(answer -> {
            var onAir = new HashMap<ChannelRef, ChannelState.OnAir>();
            answer.path("channels").forEach(channel -> onAir.put(Fields.channel(channel), onAir(channel)));
            return Map.copyOf(onAir);
        });
    }

    @Override
    public Uni<Void> end(ChannelRef channel) {
        return control.post(path(channel) + "/end").replaceWithVoid();
    }

    @Override
    public Uni<URI> snapshot(ChannelRef channel) {
        return control.post(path(channel) + "/snapshot").map(answer -> Fields.address(answer, "url"));
    }

    private static ChannelState state(JsonNode answer) {
        return ON_AIR.equals(Fields.text(answer, "state")) ? onAir(answer) : new ChannelState.Offline();
    }

    private static ChannelState.OnAir onAir(JsonNode answer) {
        return new ChannelState.OnAir(
                new StreamRef(Fields.text(answer, "stream")),
                Fields.instant(answer, "since"),
                Fields.count(answer, "viewers"));
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof ProviderRefused refused && refused.status() == NOT_FOUND;
    }

    private static String path(ChannelRef channel) {
        return "/channels/" + URLEncoder.encode(channel.value(), StandardCharsets.UTF_8);
    }
}
