package dev.vitrine.manifests;

import dev.vitrine.manifests.MediaPlaylist.Segment;
import java.util.ArrayList;
import java.util.List;

/// How a live playlist may change (RFC 8216bis, 6.2.1 and 6.2.2): segments come at the end and go at the beginning,
/// and what stands stays as it is.
final class Growth {
    /// A playlist that goes on keeps three target durations.
    private static final int TARGETS_KEPT = 3;

    private Growth() {}

    static List<String> broken(MediaPlaylist before, MediaPlaylist now) {
        List<String> broken = new ArrayList<>();
        if (before.target() != now.target()) {
            broken.add("4.4.3.1: the target duration changed from " + before.target() + " to " + now.target());
        }
        if (now.number() < before.number()) {
            broken.add("4.4.3.2: the first number fell from " + before.number() + " to " + now.number());
        }
        if (before.ended() && now.last() > before.last()) {
            broken.add("6.2.1: something came after the end");
        }
        if (!now.ended() && now.number() > before.number() && now.seconds() < TARGETS_KEPT * now.target()) {
            broken.add("6.2.2: " + now.seconds() + " s are left of a playlist that goes on");
        }
        long from = Math.max(before.number(), now.number());
        for (long number = from; number <= Math.min(before.last(), now.last()); number++) {
            Segment then = before.segments().get((int) (number - before.number()));
            Segment same = now.segments().get((int) (number - now.number()));
            if (!then.address().equals(same.address()) || then.seconds() != same.seconds()) {
                broken.add("6.2.1: segment " + number + " was " + then.address() + " of " + then.seconds()
                        + " s and is " + same.address() + " of " + same.seconds() + " s");
            }
            if (!then.date().equals(same.date())) {
                broken.add("6.2.1: segment " + number + " was on air at " + then.date() + " and now at " + same.date());
            }
        }
        return broken;
    }
}
