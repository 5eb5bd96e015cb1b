package dev.vitrine.ledger.audit.control;

import dev.vitrine.ledger.audit.entity.Checkpoint;
import dev.vitrine.ledger.audit.entity.Verification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// The audit of the ledger in the form that every capability with books has: what it has, and what is wrong with it.
@ApplicationScoped
public class ReportAudit {
    private final TrialBalance trialBalance;
    private final AuditBooks auditBooks;

    public ReportAudit(TrialBalance trialBalance, AuditBooks auditBooks) {
        this.trialBalance = trialBalance;
        this.auditBooks = auditBooks;
    }

    /// @param verification the newest one; absent before the first
    public record Report(TrialBalance.Trial trial, Optional<Checkpoint> seal, Optional<Verification> verification) {}

    /// Starts a verification, or finds one running, and reports.
    public Uni<Report> start(String asker) {
        return auditBooks.start(asker).chain(this::run);
    }

    public Uni<Report> run() {
        return trialBalance
                .run()
                .chain(trial -> auditBooks.chain().map(chain -> new Report(trial, chain.seal(), chain.verification())));
    }
}
