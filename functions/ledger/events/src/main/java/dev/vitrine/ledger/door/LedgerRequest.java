package dev.vitrine.ledger.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.event.Bounds;
import dev.vitrine.model.InvalidValue;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// What a capability asks of the ledger.
///
/// Ids are the asker's: asked again under the same id with the same content, the ledger answers what it answered and
/// moves nothing; with another content it refuses. Kinds and references are written down with the capability's name
/// before them: `paid` of `commerce` becomes `commerce-paid`.
public sealed interface LedgerRequest {
    Pattern CAPABILITY = Pattern.compile("[a-z][a-z0-9]{1,14}");
    Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,23}");
    int LONGEST_REFERENCE = 200;
    int FEWEST_ENTRIES = 2;
    int MOST_ENTRIES = 32;
    Duration LONGEST_HOLD = Duration.ofDays(30);

    /// Who asks.
    String capability();

    ObjectNode json();

    /// Moves money, all of it or none.
    ///
    /// @param kind what the transfer is for: `paid`, `refunded`
    /// @param reference what it belongs to, for people; ids, no names: it stays in the books for good
    /// @param entries sum to zero in each currency, each account once
    record Post(String capability, UUID transfer, String kind, String reference, List<LedgerEntry> entries)
            implements LedgerRequest {
        public Post {
            asked(capability);
            Bounds.present("transfer", transfer);
            Bounds.form("kind", kind, KIND);
            referred(reference);
            entries = Bounds.list("entries", entries, FEWEST_ENTRIES, MOST_ENTRIES);
        }

        @Override
        public ObjectNode json() {
            var json = begin("post", capability).put("transfer", transfer.toString());
            return lines(json.put("kind", kind).put("reference", reference), entries);
        }
    }

    /// Sets money of one account aside.
    ///
    /// @param amount in minor units of the account's currency
    /// @param lifetime whole seconds, at most `LONGEST_HOLD`
    record Hold(String capability, UUID hold, LedgerAccount account, long amount, Duration lifetime, String reference)
            implements LedgerRequest {
        public Hold {
            asked(capability);
            Bounds.present("hold", hold);
            Bounds.present("account", account);
            Bounds.number("amount", amount, 1, LedgerEntry.MOST);
            Bounds.present("lifetimeSeconds", lifetime);
            Bounds.number("lifetimeSeconds", lifetime.toSeconds(), 1, LONGEST_HOLD.toSeconds());
            referred(reference);
            lifetime = Duration.ofSeconds(lifetime.toSeconds());
        }

        @Override
        public ObjectNode json() {
            var json = begin("hold", capability).put("hold", hold.toString());
            json.set("account", account.json());
            return json.put("amount", amount)
                    .put("lifetimeSeconds", lifetime.toSeconds())
                    .put("reference", reference);
        }
    }

    /// Moves what a hold of this capability set aside: at most that, out of the held account, once. What is left of the
    /// hold is free again.
    record Capture(
            String capability, UUID hold, UUID transfer, String kind, String reference, List<LedgerEntry> entries)
            implements LedgerRequest {
        public Capture {
            asked(capability);
            Bounds.present("hold", hold);
            Bounds.present("transfer", transfer);
            Bounds.form("kind", kind, KIND);
            referred(reference);
            entries = Bounds.list("entries", entries, FEWEST_ENTRIES, MOST_ENTRIES);
        }

        @Override
        public ObjectNode json() {
            var json = begin("capture", capability).put("hold", hold.toString()).put("transfer", transfer.toString());
            return lines(json.put("kind", kind).put("reference", reference), entries);
        }
    }

    /// Gives up a hold of this capability.
    record Release(String capability, UUID hold) implements LedgerRequest {
        public Release {
            asked(capability);
            Bounds.present("hold", hold);
        }

        @Override
        public ObjectNode json() {
            return begin("release", capability).put("hold", hold.toString());
        }
    }

    /// Takes a transfer of this capability back, by another transfer.
    ///
    /// @param entries a part of it, each on the other side; empty: all of it
    record Reverse(String capability, UUID transfer, UUID original, String reference, List<LedgerEntry> entries)
            implements LedgerRequest {
        public Reverse {
            asked(capability);
            Bounds.present("transfer", transfer);
            Bounds.present("original", original);
            referred(reference);
            entries = Bounds.list("entries", entries, 0, MOST_ENTRIES);
            if (entries.size() == 1) {
                throw new InvalidValue("entries", "must hold none, or " + FEWEST_ENTRIES + " to " + MOST_ENTRIES);
            }
        }

        @Override
        public ObjectNode json() {
            var json = begin("reverse", capability).put("transfer", transfer.toString());
            json.put("original", original.toString()).put("reference", reference);
            return entries.isEmpty() ? json : lines(json, entries);
        }
    }

    /// Opens an account, or finds it open. Needed once in its life.
    record Open(String capability, LedgerAccount account) implements LedgerRequest {
        public Open {
            asked(capability);
            Bounds.present("account", account);
        }

        @Override
        public ObjectNode json() {
            var json = begin("open", capability);
            json.set("account", account.json());
            return json;
        }
    }

    /// Reads what one of the capability's own accounts has.
    record Balance(String capability, LedgerAccount account) implements LedgerRequest {
        public Balance {
            asked(capability);
            Bounds.present("account", account);
        }

        @Override
        public ObjectNode json() {
            var json = begin("balance", capability);
            json.set("account", account.json());
            return json;
        }
    }

    /// @throws InvalidValue naming field and bound
    static LedgerRequest of(JsonNode json) {
        return LedgerRequests.read(json);
    }

    private static void asked(String capability) {
        Bounds.form("capability", capability, CAPABILITY);
    }

    private static void referred(String reference) {
        Bounds.text("reference", reference, 0, LONGEST_REFERENCE);
        if (reference.indexOf('\0') >= 0) {
            throw new InvalidValue("reference", "must hold no NUL");
        }
    }

    private static ObjectNode begin(String operation, String capability) {
        return JsonNodeFactory.instance.objectNode().put("operation", operation).put("capability", capability);
    }

    private static ObjectNode lines(ObjectNode json, List<LedgerEntry> entries) {
        var lines = json.putArray("entries");
        entries.forEach(entry -> lines.add(entry.json()));
        return json;
    }
}
