package dev.vitrine.ledger.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.event.Bounds;
import dev.vitrine.event.Fields;
import dev.vitrine.event.Value;
import dev.vitrine.model.InvalidValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// What came of a request.
public sealed interface LedgerAnswer {

    ObjectNode json();

    /// It moved.
    ///
    /// @param repeated whether it had moved before, and did not move again
    record Posted(Instant at, boolean repeated) implements LedgerAnswer {
        public Posted {
            Bounds.present("at", at);
        }

        @Override
        public ObjectNode json() {
            return begin("posted").put("at", at.toString()).put("repeated", repeated);
        }
    }

    /// It is set aside.
    ///
    /// @param repeated whether it had been before; it may be over by now
    record Held(Instant expiresAt, boolean repeated) implements LedgerAnswer {
        public Held {
            Bounds.present("expiresAt", expiresAt);
        }

        @Override
        public ObjectNode json() {
            return begin("held").put("expiresAt", expiresAt.toString()).put("repeated", repeated);
        }
    }

    /// It can be spent again.
    ///
    /// @param repeated whether it could before: the hold had been released, or was over
    record Released(boolean repeated) implements LedgerAnswer {
        @Override
        public ObjectNode json() {
            return begin("released").put("repeated", repeated);
        }
    }

    /// @param account its id in the books
    record Opened(UUID account) implements LedgerAnswer {
        public Opened {
            Bounds.present("account", account);
        }

        @Override
        public ObjectNode json() {
            return begin("opened").put("account", account.toString());
        }
    }

    /// What an account has, in minor units.
    ///
    /// @param held the part of the total that is set aside
    record Balance(long total, long held) implements LedgerAnswer {
        public long available() {
            return total - held;
        }

        @Override
        public ObjectNode json() {
            return begin("balance").put("total", total).put("held", held).put("available", available());
        }
    }

    /// Why nothing moved.
    enum Reason {
        /// The capability may not do this with this account, whatever is in it.
        NOT_ALLOWED,
        INSUFFICIENT_FUNDS,
        UNKNOWN_ACCOUNT,
        CURRENCY_MISMATCH,
        /// The id came with another content before.
        ID_REUSED,
        BALANCE_OUT_OF_RANGE,
        /// There is none, or it is another capability's.
        UNKNOWN_HOLD,
        HOLD_EXPIRED,
        /// It was captured or released before.
        HOLD_CLOSED,
        CAPTURE_TOO_LARGE,
        /// The account's kind takes no holds.
        HOLDS_NOT_TAKEN,
        /// There is no such transfer, or it is another capability's.
        UNKNOWN_ORIGINAL,
        REVERSAL_TOO_LARGE,
        /// One that a later ledger told and this reader does not know: nothing moved all the same. Never written.
        OTHER;

        private static Reason of(String text) {
            return Arrays.stream(values())
                    .filter(reason -> reason.name().equals(text))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    /// Asking again will be refused again until something else has changed.
    ///
    /// @param account which one, by its id in the books, where it is about one
    /// @param amount minor units: how much is missing of the funds, or was held at most
    record Refused(Reason reason, Optional<UUID> account, Optional<Long> amount) implements LedgerAnswer {
        public Refused {
            Bounds.present("reason", reason);
        }

        @Override
        public ObjectNode json() {
            var json = begin("refused").put("reason", reason.name());
            account.ifPresent(id -> json.put("account", id.toString()));
            amount.ifPresent(minor -> json.put("amount", minor));
            return json;
        }
    }

    /// The request itself is wrong.
    ///
    /// @param field which one of it: `entries[1].amount`
    record Invalid(String field, String allowed) implements LedgerAnswer {
        public Invalid {
            Bounds.present("field", field);
            Bounds.present("allowed", allowed);
        }

        @Override
        public ObjectNode json() {
            return begin("invalid").put("field", field).put("allowed", allowed);
        }
    }

    /// @throws InvalidValue naming the field that no ledger writes so
    static LedgerAnswer of(JsonNode json) {
        var fields = Fields.of(json);
        return switch (fields.required("outcome").text()) {
            case "posted" -> new Posted(fields.required("at").instant(), repeated(fields));
            case "held" -> new Held(fields.required("expiresAt").instant(), repeated(fields));
            case "released" -> new Released(repeated(fields));
            case "opened" -> new Opened(fields.required("account").uuid());
            case "balance" ->
                new Balance(
                        fields.required("total").int64(),
                        fields.required("held").int64());
            case "refused" ->
                new Refused(
                        Reason.of(fields.required("reason").text()),
                        fields.optional("account").map(Value::uuid),
                        fields.optional("amount").map(Value::int64));
            case "invalid" ->
                new Invalid(
                        fields.required("field").text(),
                        fields.required("allowed").text());
            default -> throw new InvalidValue("outcome", "must be one that a ledger answers");
        };
    }

    private static boolean repeated(Fields fields) {
        return fields.required("repeated").flag();
    }

    private static ObjectNode begin(String outcome) {
        return JsonNodeFactory.instance.objectNode().put("outcome", outcome);
    }
}
