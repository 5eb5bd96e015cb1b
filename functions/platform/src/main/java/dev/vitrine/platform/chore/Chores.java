package dev.vitrine.platform.chore;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// What a function does on a schedule: repairing what a crash left, forgetting what is too old. Named parts, one
/// after the other; each runs even if the one before failed, and the run fails at the end if one did.
///
/// Built once, run as often as the schedule says. Safe for concurrent use.
public final class Chores {
    private static final Logger LOG = Logger.getLogger(Chores.class);

    private final List<Part> parts;

    private Chores(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    public static Chores none() {
        return new Chores(List.of());
    }

    /// These, and then this one.
    public Chores and(String name, Supplier<? extends Uni<?>> work) {
        var more = new ArrayList<>(parts);
        more.add(new Part(name, work));
        return new Chores(more);
    }

    /// @return fails when every part has run and one has failed, with the first failure as its cause
    public Uni<Void> run() {
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(Part::run)
                .collect()
                .asList()
                .chain(Chores::verdict);
    }

    private static Uni<Void> verdict(List<Optional<Throwable>> outcomes) {
        return outcomes.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .<Uni<Void>>map(
                        first -> Uni.createFrom().failure(new IllegalStateException("healing failed in part", first)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private record Part(String name, Supplier<? extends Uni<?>> work) {

        /// The failure, when there was one.
        Uni<Optional<Throwable>> run() {
            return Uni.createFrom()
                    .deferred(work::get)
                    .replaceWith(Optional.<Throwable>empty())
                    .onFailure()
                    .invoke(failure -> LOG.errorf(failure, "healing of %s failed", name))
                    .onFailure()
                    .recoverWithItem(Optional::of);
        }
    }
}
