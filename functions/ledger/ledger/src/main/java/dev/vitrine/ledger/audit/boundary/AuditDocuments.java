package dev.vitrine.ledger.audit.boundary;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.ledger.audit.control.AuditBooks;
import dev.vitrine.ledger.audit.control.ReportAudit;
import dev.vitrine.ledger.audit.control.TrialBalance;
import dev.vitrine.ledger.audit.entity.Checkpoint;
import dev.vitrine.ledger.audit.entity.Finding;
import dev.vitrine.ledger.audit.entity.OpenedAccount;
import dev.vitrine.ledger.audit.entity.RecordedEntry;
import dev.vitrine.ledger.audit.entity.Verification;
import dev.vitrine.ledger.boundary.Documents;
import dev.vitrine.platform.json.Json;
import java.util.Optional;

/// The documents of auditors.
final class AuditDocuments {
    private AuditDocuments() {}

    static ObjectNode trial(TrialBalance.Trial trial) {
        var json = Json.object().put("at", trial.at().toString()).put("balanced", trial.balanced());
        lines(json.putArray("lines"), trial);
        var sums = json.putArray("sums");
        trial.totals().forEach(total -> sums.add(Documents.money(total)));
        return json;
    }

    /// In the form of every capability's audit (`/v1/audits/<capability>`).
    static ObjectNode report(ReportAudit.Report report) {
        var verification = report.verification();
        var json = Json.object()
                .put("capability", "ledger")
                .put(
                        "state",
                        verification
                                .map(newest -> newest.doneAt().isPresent() ? "DONE" : "RUNNING")
                                .orElse("NONE"))
                .put(
                        "startedAt",
                        verification
                                .map(newest -> newest.startedAt().toString())
                                .orElse(null))
                .put("balanced", report.trial().balanced());
        lines(json.putArray("balances"), report.trial());
        var sums = json.putArray("sums");
        report.trial().totals().forEach(total -> sums.add(Documents.money(total)));
        json.set("seal", report.seal().map(AuditDocuments::seal).orElse(null));
        json.put("checked", verification.map(Verification::entries).orElse(0L)).put("unit", "entries");
        var findings = json.putArray("findings");
        verification.flatMap(Verification::broken).ifPresent(finding -> findings.addObject()
                .put("problem", finding.problem())
                .put("place", finding.place()));
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

    private static void lines(ArrayNode json, TrialBalance.Trial trial) {
        trial.lines().forEach(line -> json.addObject()
                .put("kind", line.kind().name())
                .put("currency", line.balance().currency().name())
                .put("accounts", line.accounts())
                .put("balance", line.balance().minor())
                .put("held", line.held().minor()));
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

    private static ObjectNode broken(Finding broken) {
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
