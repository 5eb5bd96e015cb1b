package dev.vitrine.live.conform;

/// The least delay of the last seconds, beside the one that the stream began with. Milliseconds.
final class LeastDelay {
    private static final int SLOTS = 6;
    /// An encoder that starts on a busy machine is late at first and catches up: so many windows may lower
    /// what is usual by so much.
    private static final int FIRST_WINDOWS = 4;

    private static final double CAUGHT_UP = 500;

    private final long slotMillis;
    private final double[] least = new double[SLOTS];
    private long slot = Long.MIN_VALUE;
    private long seen;
    private double usual;
    private double lowest;

    /// @param windowMillis over how long the least is taken
    LeastDelay(long windowMillis) {
        this.slotMillis = windowMillis / SLOTS;
    }

    void measured(double delay, long at) {
        long now = Math.floorDiv(at, slotMillis);
        if (now != slot) {
            // a pause has no delays: the slots before it are as good as those that would have been
            slot = now;
            seen++;
            System.arraycopy(least, 0, least, 1, SLOTS - 1);
            least[0] = delay;
        }
        least[0] = Math.min(least[0], delay);
        if (!settled()) {
            usual = least();
            lowest = usual - CAUGHT_UP;
        } else if (seen <= FIRST_WINDOWS * SLOTS) {
            usual = Math.max(lowest, Math.min(usual, delay));
        }
    }

    /// The delay that the stream had when it began: what encoder, network and house need.
    double usual() {
        return usual;
    }

    boolean settled() {
        return seen > SLOTS;
    }

    double least() {
        double value = least[0];
        for (int i = 1; i < Math.min(seen, SLOTS); i++) {
            value = Math.min(value, least[i]);
        }
        return value;
    }

    /// The stream was moved by so much: what was measured moves along.
    void pulled(double millis) {
        for (int i = 0; i < SLOTS; i++) {
            least[i] -= millis;
        }
    }
}
