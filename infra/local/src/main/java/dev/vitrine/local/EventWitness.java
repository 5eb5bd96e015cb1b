package dev.vitrine.local;

/// A queue that gets every event besides those who subscribe to it. Nothing empties it: whoever asked for it by
/// `VITRINE_EVENT_WITNESS=on` reads there what the house told. Tests do.
final class EventWitness {
    static final String SWITCH = "VITRINE_EVENT_WITNESS";
    static final String QUEUE = "event-witness";
    static final int VISIBILITY_SECONDS = 30;
    static final int MOST_RECEIVES = 100;

    private EventWitness() {}

    static boolean isWanted() {
        return "on".equals(System.getenv(SWITCH));
    }
}
