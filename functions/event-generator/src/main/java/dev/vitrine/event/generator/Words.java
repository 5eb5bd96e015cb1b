package dev.vitrine.event.generator;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Names of one form as names of another.
final class Words {
    private Words() {}

    /// `went-live` or `giftName` as `WentLive` or `GiftName`.
    static String capitalised(String name) {
        return Arrays.stream(name.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /// `giftName` as `GIFT_NAME`.
    static String constant(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(java.util.Locale.ROOT);
    }
}
