package dev.vitrine.platform.event;

import java.util.function.Supplier;

/// A value made at its first use and kept. A failure is not kept: the next use tries again.
final class Once<T> implements Supplier<T> {
    private final Supplier<T> source;
    private T value;

    private Once(Supplier<T> source) {
        this.source = source;
    }

    static <T> Supplier<T> of(Supplier<T> source) {
        return new Once<>(source);
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = source.get();
        }
        return value;
    }
}
