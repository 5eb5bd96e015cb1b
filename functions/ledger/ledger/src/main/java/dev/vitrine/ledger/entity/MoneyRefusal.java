package dev.vitrine.ledger.entity;

/// What the rules of wallets, gifts and withdrawals refuse. Nothing has moved.
public abstract sealed class MoneyRefusal extends RuntimeException {
    private MoneyRefusal(String message) {
        super(message);
    }

    /// There is no such room, gift, package, top-up or withdrawal, or it is another person's.
    public static final class NotFound extends MoneyRefusal {
        public NotFound(String what) {
            super("There is no such " + what + ".");
        }
    }

    /// Who asks may not do that.
    public static final class NotAllowed extends MoneyRefusal {
        public NotAllowed(String message) {
            super(message);
        }
    }

    /// It does not fit what is.
    public static final class Unfitting extends MoneyRefusal {
        public Unfitting(String message) {
            super(message);
        }
    }

    /// The key came with another request before.
    public static final class KeyReused extends MoneyRefusal {
        public KeyReused() {
            super("This Idempotency-Key came with another request before; use a new key for a new request.");
        }
    }

    /// Whoever sent this is not who they say, or the message is too old or too new.
    public static final class NotGenuine extends MoneyRefusal {
        public NotGenuine(String message) {
            super(message);
        }
    }

    /// Less can be spent than it takes.
    public static final class Insufficient extends MoneyRefusal {
        private final long missing;

        /// @param missing minor units
        public Insufficient(long missing) {
            super("Another " + missing + " coins are needed.");
            this.missing = missing;
        }

        public long missing() {
            return missing;
        }
    }
}
