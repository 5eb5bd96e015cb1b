package dev.vitrine.chat.bench.fanout;

/// One connection in a room. Used on the loop only.
interface Seat {
    void say(Mark mark);

    /// Taps of the last second.
    void like(int taps);

    void leave();
}
