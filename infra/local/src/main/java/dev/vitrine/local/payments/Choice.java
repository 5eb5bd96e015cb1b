package dev.vitrine.local.payments;

import java.util.Arrays;
import java.util.Optional;

/// What the buyer may do on the hosted page; the last two are what a merchant must survive.
enum Choice {
    PAY("pay"),
    REFUSE("refuse"),
    /// The session expires, is told as expired, and the money arrives nevertheless.
    PAY_LATE("pay-late"),
    /// The callback arrives several times at once.
    PAY_WITH_DUPLICATES("pay-with-duplicates");

    /// How the page's form calls it.
    final String word;

    Choice(String word) {
        this.word = word;
    }

    static Optional<Choice> of(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word.equals(word))
                .findFirst();
    }
}
