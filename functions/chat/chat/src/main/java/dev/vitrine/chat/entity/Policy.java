package dev.vitrine.chat.entity;

import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.VisibleText;
import java.util.Objects;
import java.util.Optional;

/// How a room talks.
///
/// @param slowModeSeconds least time between two messages of one viewer, 0 for none
/// @param notice what is pinned above the talk
public record Policy(int slowModeSeconds, boolean followersOnly, Optional<String> notice) {
    public static final int SLOWEST_SECONDS = 60;
    public static final int LONGEST_NOTICE = 200;
    public static final Policy OPEN = new Policy(0, false, Optional.empty());

    public Policy {
        Objects.requireNonNull(notice, "notice");
        if (slowModeSeconds < 0 || slowModeSeconds > SLOWEST_SECONDS) {
            throw new InvalidValue("slowModeSeconds", "must be 0 to " + SLOWEST_SECONDS);
        }
        notice.ifPresent(text -> VisibleText.line(1, LONGEST_NOTICE, "notice", text));
    }

    /// As it was kept; of the notice, what may be shown today.
    public static Policy kept(int slowModeSeconds, boolean followersOnly, Optional<String> notice) {
        return new Policy(
                slowModeSeconds, followersOnly, notice.map(VisibleText::cleared).filter(VisibleText::isSeen));
    }
}
