package dev.vitrine.platform;

import java.time.Duration;

/// Bounds of what a deployment may set: a value that is out of them is refused before anything is done by it.
public final class Setting {
    private Setting() {}

    /// @param key as configuration names it
    /// @throws IllegalStateException naming the key
    public static Duration notNegative(String key, Duration value) {
        if (value.isNegative()) {
            throw new IllegalStateException(key + " must not be negative, is " + value);
        }
        return value;
    }

    /// @param key as configuration names it
    /// @throws IllegalStateException naming the key
    public static Duration positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalStateException(key + " must be more than nothing, is " + value);
        }
        return value;
    }

    /// @param key as configuration names it
    /// @throws IllegalStateException naming the key
    public static long atLeast(String key, long least, long value) {
        if (value < least) {
            throw new IllegalStateException(key + " must be at least " + least + ", is " + value);
        }
        return value;
    }
}
