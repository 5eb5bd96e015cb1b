package dev.vitrine.media.entity;

import dev.vitrine.model.InvalidValue;
import dev.vitrine.pipeline.ChannelRef;
import dev.vitrine.pipeline.RenderReplay;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/// The complete recording of a channel, known by its `recording.json`: the object that is written last.
///
/// @param key object key `recordings/{channel}/recording.json`
public record Recording(String key, ChannelRef channel) {
    private static final Pattern KEY = Pattern.compile("recordings/([^/]+)/recording\\.json");

    /// @throws InvalidValue when the key is not that of a recording
    public static Recording at(String key) {
        var found = KEY.matcher(key);
        if (!found.matches()) {
            throw new InvalidValue("key", "must be recordings/{channel}/recording.json");
        }
        return new Recording(key, new ChannelRef(found.group(1)));
    }

    /// The job that renders the replay. One recording has one job, however often its object is reported.
    public RenderReplay replay() {
        var id = UUID.nameUUIDFromBytes(("replay " + key).getBytes(StandardCharsets.UTF_8));
        return new RenderReplay(id.toString(), channel, key, "vod/" + channel + "/");
    }
}
