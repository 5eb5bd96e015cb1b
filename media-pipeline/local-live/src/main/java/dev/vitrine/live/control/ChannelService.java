package dev.vitrine.live.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.live.channel.ChannelState;
import dev.vitrine.live.channel.Channels;
import dev.vitrine.live.channel.Disconnector;
import dev.vitrine.live.http.MediaTypes;
import dev.vitrine.live.http.Problems;
import dev.vitrine.live.http.Secrets;
import dev.vitrine.model.ProblemType;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/// `/channels`: prepare, look, issue a key, end, take a picture.
public final class ChannelService implements HttpService {
    private static final String KEY_PREFIX = "sk_";

    private final Channels channels;
    private final Disconnector publishers;
    private final Snapshots snapshots;
    private final Addresses addresses;
    private final SecureRandom random;

    public ChannelService(
            Channels channels, Disconnector publishers, Snapshots snapshots, Addresses addresses, SecureRandom random) {
        this.channels = channels;
        this.publishers = publishers;
        this.snapshots = snapshots;
        this.addresses = addresses;
        this.random = random;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", this::list);
        rules.put("/{channel}", this::prepare);
        rules.get("/{channel}", this::find);
        rules.post("/{channel}/keys", this::issueKey);
        rules.post("/{channel}/end", this::end);
        rules.post("/{channel}/snapshot", this::snapshot);
    }

    private void prepare(ServerRequest request, ServerResponse response) {
        String channel = channel(request);
        if (!Channels.isName(channel)) {
            Problems.send(
                    response, ProblemType.MALFORMED_REQUEST, "a channel's name is 1 to 64 letters, digits, - or _");
            return;
        }
        channels.prepare(channel);
        json(
                response,
                200,
                object().put("channel", channel)
                        .put("hls", addresses.hls(channel))
                        .put("dash", addresses.dash(channel)));
    }

    private void find(ServerRequest request, ServerResponse response) {
        known(request, response).ifPresent(state -> json(response, 200, describe(state)));
    }

    /// Only what is on air can be listed; the host knows its channels.
    private void list(ServerRequest request, ServerResponse response) {
        if (!request.query().first("state").orElse("").equals("ON_AIR")) {
            Problems.send(response, ProblemType.MALFORMED_REQUEST, "state must be ON_AIR");
            return;
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        channels.onAir().forEach(state -> all.add(describe(state)));
        json(response, 200, object().set("channels", all));
    }

    /// The key is not kept here: at publish its hash is shown to the host.
    private void issueKey(ServerRequest request, ServerResponse response) {
        if (known(request, response).isPresent()) {
            json(
                    response,
                    200,
                    object().put("ingestUrl", addresses.ingest())
                            .put("streamKey", KEY_PREFIX + Secrets.random(random)));
        }
    }

    private void end(ServerRequest request, ServerResponse response) {
        if (known(request, response).isPresent()) {
            channels.end(channel(request));
            publishers.disconnect(channel(request));
            json(response, 202, object().put("channel", channel(request)));
        }
    }

    private void snapshot(ServerRequest request, ServerResponse response) {
        if (known(request, response).isEmpty()) {
            return;
        }
        Optional<byte[]> picture = channels.newestPicture(channel(request));
        if (picture.isEmpty()) {
            Problems.send(
                    response, ProblemType.ILLEGAL_STATE, "a picture can be taken only while the channel is on air");
            return;
        }
        String key = snapshots.take(channel(request), picture.get());
        json(response, 200, object().put("url", addresses.media(key)));
    }

    private Optional<ChannelState> known(ServerRequest request, ServerResponse response) {
        Optional<ChannelState> state = channels.find(channel(request));
        if (state.isEmpty()) {
            Problems.notFound(response, "no such channel");
        }
        return state;
    }

    private static ObjectNode describe(ChannelState state) {
        ObjectNode json = object().put("channel", state.channel());
        json.put("state", state.onAir().isPresent() ? "ON_AIR" : "OFFLINE");
        json.put("stream", state.onAir().map(ChannelState.OnAir::stream).orElse(null));
        json.put("since", state.onAir().map(each -> each.since().toString()).orElse(null));
        json.put("viewers", state.onAir().map(ChannelState.OnAir::viewers).orElse(0));
        return json.put("ended", state.ended());
    }

    private static String channel(ServerRequest request) {
        return request.path().pathParameters().get("channel");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void json(ServerResponse response, int status, Object body) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, MediaTypes.JSON)
                .send(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
