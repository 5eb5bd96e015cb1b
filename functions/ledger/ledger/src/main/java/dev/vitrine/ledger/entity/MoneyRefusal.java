package dev.vitrine.ledger.entity;

import dev.vitrine.model.ProblemType;
import dev.vitrine.model.Refusal;
import java.util.Map;

/// What the rules of wallets, gifts and withdrawals refuse. Nothing has moved.
public abstract sealed class MoneyRefusal extends Refusal {
    private MoneyRefusal(ProblemType type, String message) {
        super(type, message);
    }

    /// There is no such room, gift, package, top-up or withdrawal, or it is another person's.
    public static final class NotFound extends MoneyRefusal {
        public NotFound(String what) {
            super(ProblemType.NOT_FOUND, "There is no such " + what + ".");
        }
    }

    /// Who asks may not do that.
    public static final class NotAllowed extends MoneyRefusal {
        public NotAllowed(String message) {
            super(ProblemType.FORBIDDEN, message);
        }
    }

    /// It does not fit what is.
    public static final class Unfitting extends MoneyRefusal {
        public Unfitting(String message) {
            super(ProblemType.ILLEGAL_STATE, message);
        }
    }

    /// The key came with another request before.
    public static final class KeyReused extends MoneyRefusal {
        public KeyReused() {
            super(
                    ProblemType.IDEMPOTENCY_CONFLICT,
                    "This Idempotency-Key came with another request before; use a new key for a new request.");
        }
    }

    /// Whoever sent this is not who they say, or the message is too old or too new.
    public static final class NotGenuine extends MoneyRefusal {
        public NotGenuine(String message) {
            super(ProblemType.UNAUTHENTICATED, message);
        }
    }

    /// Less can be spent than it takes.
    public static final class Insufficient extends MoneyRefusal {
        private final long missing;

        /// @param missing minor units
        public Insufficient(long missing) {
            super(ProblemType.INSUFFICIENT_BALANCE, "Another " + missing + " coins are needed.");
            this.missing = missing;
        }

        @Override
        public Map<String, Long> members() {
            return Map.of("missing", missing);
        }
    }
}
