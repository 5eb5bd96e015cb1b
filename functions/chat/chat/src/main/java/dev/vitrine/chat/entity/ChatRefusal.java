package dev.vitrine.chat.entity;

/// What the rules of keeping order refuse. Nothing has changed.
public abstract sealed class ChatRefusal extends RuntimeException {
    private ChatRefusal(String message) {
        super(message);
    }

    /// There is no such room, person, message or review.
    public static final class NotFound extends ChatRefusal {
        public NotFound(String what) {
            super("There is no such " + what + ".");
        }
    }

    /// Who asks may not do that.
    public static final class NotAllowed extends ChatRefusal {
        public NotAllowed(String message) {
            super(message);
        }
    }

    /// It does not fit what is.
    public static final class Unfitting extends ChatRefusal {
        public Unfitting(String message) {
            super(message);
        }
    }
}
