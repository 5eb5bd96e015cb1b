package dev.vitrine.chat.entity;

import dev.vitrine.model.ProblemType;
import dev.vitrine.model.Refusal;

/// What the rules of keeping order refuse. Nothing has changed.
public abstract sealed class ChatRefusal extends Refusal {
    private ChatRefusal(ProblemType type, String message) {
        super(type, message);
    }

    /// There is no such room, person, message or review.
    public static final class NotFound extends ChatRefusal {
        public NotFound(String what) {
            super(ProblemType.NOT_FOUND, "There is no such " + what + ".");
        }
    }

    /// Who asks may not do that.
    public static final class NotAllowed extends ChatRefusal {
        public NotAllowed(String message) {
            super(ProblemType.FORBIDDEN, message);
        }
    }

    /// It does not fit what is.
    public static final class Unfitting extends ChatRefusal {
        public Unfitting(String message) {
            super(ProblemType.ILLEGAL_STATE, message);
        }
    }
}
