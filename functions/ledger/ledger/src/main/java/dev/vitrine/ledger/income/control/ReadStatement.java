package dev.vitrine.ledger.income.control;

import dev.vitrine.ledger.control.LedgerConfig;
import dev.vitrine.ledger.income.entity.Statement;
import dev.vitrine.ledger.income.store.IncomeStatements;
import dev.vitrine.model.Currency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/// A streamer's statement of some days of the house. Of days that are over it is always the same.
@ApplicationScoped
public class ReadStatement {
    private final IncomeStatements statements;
    private final LedgerConfig config;

    public ReadStatement(IncomeStatements statements, LedgerConfig config) {
        this.statements = statements;
        this.config = config;
    }

    /// @param behind the first day behind the period
    public Uni<Statement> run(String streamer, Currency currency, LocalDate first, LocalDate behind) {
        return statements.read(
                streamer,
                currency,
                first.atStartOfDay(config.zone()).toInstant(),
                behind.atStartOfDay(config.zone()).toInstant(),
                config.zone(),
                config.statementPatience());
    }
}
