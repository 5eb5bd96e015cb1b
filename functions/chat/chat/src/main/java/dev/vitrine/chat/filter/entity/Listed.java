package dev.vitrine.chat.filter.entity;

import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.VisibleText;

/// A word of a list and what is done to a message that holds it.
public record Listed(String word, Action action) {
    public static final int LONGEST = 50;

    public enum Action {
        REJECT,
        MASK,
        HOLD,
        /// Keeps shorter words from being found within this one (白名单).
        ALLOW
    }

    public Listed {
        kept(word);
    }

    /// A word that is to be added.
    public static String word(String text) {
        return VisibleText.line(1, LONGEST, "word", text);
    }

    /// A word that is in a list: it can be read and taken away though today it would not be added.
    public static String kept(String text) {
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > LONGEST) {
            throw new InvalidValue("word", "must be 1 to " + LONGEST + " characters");
        }
        return text;
    }

    public static Action action(String text) {
        for (var action : Action.values()) {
            if (action.name().equals(text)) {
                return action;
            }
        }
        throw new InvalidValue("action", "must be one of REJECT, MASK, HOLD, ALLOW");
    }
}
