package dev.vitrine.ledger.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.ledger.control.AuditBooks;
import dev.vitrine.ledger.control.TrialBalance;
import dev.vitrine.ledger.entity.Broken;
import dev.vitrine.ledger.entity.Checkpoint;
import dev.vitrine.ledger.entity.OpenedAccount;
import dev.vitrine.ledger.entity.RecordedEntry;
import dev.vitrine.ledger.entity.Verification;
import dev.vitrine.platform.json.Json;
import java.util.Optional;

/// The documents of auditors.
final class AuditDocuments {
    private AuditDocuments() {}

    static ObjectNode trial(TrialBalance.Trial trial) {
        var json = Json.object().put("at", trial.at().toString()).put("balanced", trial.balanced());
        var lines = json.putArray("lines");
        trial.lines().forEach(line -> lines.addObject()
                .put("kind", line.kind().name())
                .put("currency", line.balance().currency().name())
                .put("accounts", line.accounts())
                .put("balance", line.balance().minor())
                .put("held", line.held().minor()));
        var sums = json.putArray("sums");
        trial.totals().forEach(total -> sums.add(Documents.money(total)));
        return json;
    }

    static ObjectNode account(OpenedAccount opened) {
        var account = opened.account();
        return Json.object()
                .put("id", account.id().toString())
                .put("owner", account.owner())
                .put("kind", account.kind().name())
                .put("currency", account.currency().name())
                .put("balance", opened.balance())
                .put("held", opened.held())
                .put("openedAt", opened.openedAt().toString());
    }

    static ObjectNode entry(RecordedEntry entry) {
        var json = Json.object()
                .put("account", entry.account().toString())
                .put("shard", entry.shard())
                .put("seq", entry.seq())
                .put("transfer", entry.transfer().toString())
                .put("kind", entry.kind().value())
                .put("reference", entry.reference().value())
                .put("reverses", entry.reverses().map(Object::toString).orElse(null));
        json.set("amount", Documents.money(entry.amount()));
        json.set("balance", Documents.money(entry.balance()));
        return json.put("at", entry.recordedAt().toString()).put("hash", entry.hash());
    }

    static ObjectNode chain(AuditBooks.Chain chain) {
        var json = Json.object();
        json.set("seal", chain.seal().map(AuditDocuments::seal).orElse(null));
        json.set(
                "verification",
                chain.verification().map(AuditDocuments::verification).orElse(null));
        return json;
    }

    private static ObjectNode seal(Checkpoint seal) {
        return Json.object()
                .put("number", seal.number())
                .put("at", seal.sealedAt().toString())
                .put("lines", seal.lines())
                .put("hash", seal.hash());
    }

    static ObjectNode verification(Verification verification) {
        var done = verification.doneAt();
        var json = Json.object()
                .put("id", verification.id().toString())
                .put("state", done.isPresent() ? "DONE" : "RUNNING")
                .put("startedAt", verification.startedAt().toString())
                .put("doneAt", done.map(Object::toString).orElse(null))
                .put("entries", verification.entries())
                .put("intact", done.map(_ -> verification.broken().isEmpty()).orElse(null));
        json.set("broken", verification.broken().map(AuditDocuments::broken).orElse(null));
        return json;
    }

    private static ObjectNode broken(Broken broken) {
        var json = Json.object()
                .put("problem", broken.problem())
                .put("account", text(broken.account()))
                .put("shard", broken.shard().orElse(null));
        if (broken.seq().isPresent()) {
            json.put("seq", broken.seq().getAsLong());
        } else {
            json.putNull("seq");
        }
        return json.put("transfer", text(broken.transfer()));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }
}
