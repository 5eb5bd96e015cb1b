package dev.vitrine.chat.bench.fanout;

/// The rule by which a reader knows that nothing is missing (`contract/asyncapi.yaml`): it keeps the `until`
/// of the last batch; the next one must not begin above it.
final class Cursor {
    enum Step {
        /// Follows on; what is not above the cursor was seen before.
        NEXT,
        /// Everything of it was seen before. Harmless: delivery is at least once.
        REPEAT,
        /// Something between the cursor and this was never shown.
        GAP
    }

    private long at;

    Cursor(long at) {
        this.at = at;
    }

    long at() {
        return at;
    }

    /// Takes a batch `(after, until]`. After a gap it goes on behind it, so that one gap is counted once.
    Step take(long after, long until) {
        if (after > at) {
            at = Math.max(at, until);
            return Step.GAP;
        }
        if (until <= at) {
            return Step.REPEAT;
        }
        at = until;
        return Step.NEXT;
    }
}
