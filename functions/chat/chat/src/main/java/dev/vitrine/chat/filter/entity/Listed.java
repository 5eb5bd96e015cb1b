package dev.vitrine.chat.filter.entity;

import dev.vitrine.chat.entity.Words;
import dev.vitrine.model.InvalidValue;

/// A word of a list and what is done to a message that holds it.
public record Listed(String word, Action action) {
    public static final int LONGEST = 50;

    public enum Action {
        REJECT,
        MASK,
        HOLD
    }

    public Listed {
        Words.between(1, LONGEST, "word", word);
    }

    public static String word(String text) {
        return new Listed(text, Action.MASK).word();
    }

    public static Action action(String text) {
        for (var action : Action.values()) {
            if (action.name().equals(text)) {
                return action;
            }
        }
        throw new InvalidValue("action", "must be one of REJECT, MASK, HOLD");
    }
}
