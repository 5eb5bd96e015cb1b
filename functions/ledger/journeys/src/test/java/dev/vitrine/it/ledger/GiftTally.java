package dev.vitrine.it.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.List;
import java.util.Map;

/// What gifts add up to, counted by their own numbers alone.
record GiftTally(List<Gift> gifts) {
    static final long BASIS_POINTS = 10_000;
    /// The streamer's part of a gift in a room of kind BRAND.
    private static final long BRAND_POINTS = 7_000;

    long spentBy(String giver) {
        return sum(gift -> gift.giver().equals(giver), Gift::coins);
    }

    long givenIn(String room) {
        return sum(gift -> gift.room().equals(room), Gift::coins);
    }

    /// What the streamer is due, in ten-thousandths of a coin.
    long dueFrom(String room) {
        return givenIn(room) * BRAND_POINTS;
    }

    long given() {
        return sum(_ -> true, Gift::coins);
    }

    /// Coins by giver.
    Map<String, Long> giversIn(String room) {
        return gifts.stream()
                .filter(gift -> gift.room().equals(room))
                .collect(groupingBy(Gift::giver, summingLong(Gift::coins)));
    }

    List<Gift> in(String room) {
        return gifts.stream().filter(gift -> gift.room().equals(room)).toList();
    }

    private interface Which {
        boolean is(Gift gift);
    }

    private interface What {
        long of(Gift gift);
    }

    private long sum(Which which, What what) {
        return gifts.stream().filter(which::is).mapToLong(what::of).sum();
    }
}
