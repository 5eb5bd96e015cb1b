package dev.vitrine.chat.control;

import dev.vitrine.chat.run.entity.RunBounds;
import dev.vitrine.chat.run.entity.Slots;
import dev.vitrine.platform.Setting;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The bounds of talk.
@ConfigMapping(prefix = "vitrine.chat")
public interface ChatConfig {

    /// With more sockets than this a room goes to lane B; below 80 % of it, back.
    @WithDefault("500")
    @WithConverter(Setting.Count.class)
    int laneThreshold();

    /// The length of lane B's slots, 1 to 4 s: as the media's segments.
    @WithDefault("2S")
    @WithConverter(SlotLength.class)
    Duration slot();

    /// How often sockets get a batch.
    @WithDefault("500MS")
    @WithConverter(Setting.Patience.class)
    Duration turn();

    /// How long one invocation runs a room: well below the function's timeout.
    @WithDefault("45S")
    @WithConverter(Setting.Patience.class)
    Duration runs();

    /// How long nothing happens in a room before its runner sleeps.
    @WithDefault("3S")
    @WithConverter(Setting.Patience.class)
    Duration silence();

    /// Posts of one process under way at once. Each holds a connection to the gateway.
    @WithDefault("64")
    @WithConverter(Setting.Count.class)
    int posts();

    /// Of these, for sockets that were slow or failed: they must not take the others' places.
    @WithDefault("8")
    @WithConverter(Setting.Count.class)
    int slowPosts();

    /// How long what was said is kept.
    @WithDefault("180")
    @WithConverter(Setting.Count.class)
    int keepDays();

    default RunBounds bounds() {
        return new RunBounds(turn(), laneThreshold(), new Slots(slot()), runs(), silence());
    }
}
