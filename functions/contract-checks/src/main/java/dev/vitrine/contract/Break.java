package dev.vitrine.contract;

/// What a client of the released contract would stumble over.
///
/// @param place file and way in it
public record Break(String place, String what) {
    @Override
    public String toString() {
        return place + ": " + what;
    }
}
