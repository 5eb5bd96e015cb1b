package dev.vitrine.ledger.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.event.Fields;
import dev.vitrine.event.Value;
import dev.vitrine.model.InvalidValue;
import java.time.Duration;
import java.util.List;

/// Reads requests: what operation, then its fields.
final class LedgerRequests {
    private static final String OPERATIONS = "must be one of [post, hold, capture, release, reverse, open, balance]";

    private LedgerRequests() {}

    static LedgerRequest read(JsonNode json) {
        var fields = Fields.of(json);
        var operation = fields.required("operation").text();
        var capability = fields.required("capability").text();
        return switch (operation) {
            case "post" ->
                new LedgerRequest.Post(
                        capability,
                        fields.required("transfer").uuid(),
                        fields.required("kind").text(),
                        reference(fields),
                        entries(fields.required("entries")));
            case "hold" ->
                new LedgerRequest.Hold(
                        capability,
                        fields.required("hold").uuid(),
                        account(fields),
                        fields.required("amount").int64(),
                        seconds(fields.required("lifetimeSeconds")),
                        reference(fields));
            case "capture" ->
                new LedgerRequest.Capture(
                        capability,
                        fields.required("hold").uuid(),
                        fields.required("transfer").uuid(),
                        fields.required("kind").text(),
                        reference(fields),
                        entries(fields.required("entries")));
            case "release" ->
                new LedgerRequest.Release(capability, fields.required("hold").uuid());
            case "reverse" ->
                new LedgerRequest.Reverse(
                        capability,
                        fields.required("transfer").uuid(),
                        fields.required("original").uuid(),
                        reference(fields),
                        fields.optional("entries").map(LedgerRequests::entries).orElse(List.of()));
            case "open" -> new LedgerRequest.Open(capability, account(fields));
            case "balance" -> new LedgerRequest.Balance(capability, account(fields));
            default -> throw new InvalidValue("operation", OPERATIONS);
        };
    }

    private static LedgerAccount account(Fields fields) {
        return LedgerAccount.of(fields.required("account").fields());
    }

    private static String reference(Fields fields) {
        return fields.required("reference").text();
    }

    private static List<LedgerEntry> entries(Value entries) {
        return entries.list(entry -> LedgerEntry.of(entry.fields()));
    }

    /// Bounded here, since a duration does not hold every whole number of seconds.
    private static Duration seconds(Value value) {
        return Duration.ofSeconds(Math.clamp(value.int64(), 0, LedgerRequest.LONGEST_HOLD.toSeconds() + 1));
    }
}
