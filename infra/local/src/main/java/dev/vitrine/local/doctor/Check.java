package dev.vitrine.local.doctor;

import java.util.function.Supplier;

/// One thing that a start of the local cloud needs.
public interface Check {

    /// What is looked at, in a word or two.
    String name();

    /// Looks now. Changes nothing.
    Finding look();

    static Check of(String name, Supplier<Finding> look) {
        return new Check() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Finding look() {
                return look.get();
            }
        };
    }

    /// What a look found.
    sealed interface Finding {

        /// What is there, short.
        String found();

        /// Good enough.
        record Ok(String found) implements Finding {}

        /// Not good enough, and what to do about it.
        record Problem(String found, String remedy) implements Finding {}
    }
}
