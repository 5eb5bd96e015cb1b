package dev.vitrine.live.conform;

/// The least delay of the last seconds, beside the one that the stream began with. Milliseconds.
final class LeastDelay {
    private static final int SLOTS = 6;

    private final long slotMillis;
    private final double[] least = new double[SLOTS];
    private long slot = Long.MIN_VALUE;
    private int slots;
    private double usual;
    private boolean settled;

    /// @param windowMillis over how long the least is taken
    LeastDelay(long windowMillis) {
        this.slotMillis = windowMillis / SLOTS;
    }

    void measured(double delay, long at) {
        long now = Math.floorDiv(at, slotMillis);
        if (now != slot) {
            // a pause has no delays: the slots before it are as good as those that would have been
            slot = now;
            settled |= slots == SLOTS;
            slots = Math.min(SLOTS, slots + 1);
            System.arraycopy(least, 0, least, 1, SLOTS - 1);
            least[0] = delay;
        }
        least[0] = Math.min(least[0], delay);
        if (!settled) {
            usual = least();
        }
    }

    /// The delay that the stream had when it began: what encoder, network and house need.
    double usual() {
        return usual;
    }

    boolean settled() {
        return settled;
    }

    double least() {
        double value = least[0];
        for (int i = 1; i < slots; i++) {
            value = Math.min(value, least[i]);
        }
        return slots == 0 ? 0 : value;
    }

    /// The stream was moved by so much: what was measured moves along.
    void pulled(double millis) {
        for (int i = 0; i < slots; i++) {
            least[i] -= millis;
        }
    }
}
