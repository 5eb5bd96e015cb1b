package dev.vitrine.chat.control;

import dev.vitrine.platform.Setting;
import java.time.Duration;

/// As long as the media's segments.
public final class SlotLength extends Setting.Span {
    public SlotLength() {
        super(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }
}
