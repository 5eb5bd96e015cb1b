package dev.vitrine.platform.sql;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/// A request that may come again, as a use case sees it: the change runs once, the answer is given every time.
///
/// @param <T> what the change results in
/// @param <A> the answer made of it, kept for the repetition
public interface Repeatable<T, A> {

    /// Inside the change's own transaction: runs it and keeps the answer, or skips it and gives the answer
    /// kept. Two at once wait for each other.
    ///
    /// @return fails when the same key was used for another content; then nothing has run
    Uni<A> once(PlainSql transaction, Supplier<Uni<T>> change);
}
