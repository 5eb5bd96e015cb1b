package dev.vitrine.contract;

/// Who writes what a schema describes, and who reads it.
enum Direction {
    /// Clients write it: whatever was taken must be taken still.
    GIVEN,
    /// Clients read it: whatever they found must be there still.
    TOLD,
    /// An event is both: those that were written are read by the new, and the new ones by who knows the old.
    EVENT;

    boolean isGiven() {
        return this != TOLD;
    }

    boolean isTold() {
        return this != GIVEN;
    }
}
