package dev.vitrine.ledger.transfers.control;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// One thing that somebody asks of the books. Numbers pick among what there is by then; `which` and `amount`
/// mean what the act says.
record Step(Act act, int from, int to, int which, long amount) {

    enum Act {
        MOVE,
        GIFT,
        SETTLE,
        PLACE,
        PLACE_BRIEF,
        CAPTURE,
        RELEASE,
        EXPIRE,
        REVERSE,
        REVERSE_PART,
        RETRY,
        REUSE
    }

    private static final int MOST = 1_000;
    private static final long MOST_AMOUNT = 60;

    static Arbitrary<Step> any() {
        return Combinators.combine(
                        Arbitraries.of(Act.class),
                        Arbitraries.integers().between(0, MOST),
                        Arbitraries.integers().between(0, MOST),
                        Arbitraries.integers().between(0, MOST),
                        Arbitraries.longs().between(1, MOST_AMOUNT))
                .as(Step::new);
    }
}
