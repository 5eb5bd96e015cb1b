package dev.vitrine.local.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Walks the whole ledger by the functions that it brings itself (`functions/ledger`, V004).
public final class LedgerAudit {
    private static final int PAGE = 20_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Connection connection;

    /// @param connection of the ledger's role, or of one that may do more
    public LedgerAudit(Connection connection) {
        this.connection = connection;
    }

    /// By currency and kind, at one moment.
    public List<TrialLine> trialBalance() throws SQLException {
        var lines = new ArrayList<TrialLine>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select a.kind, a.currency, count(distinct a.id), sum(h.balance)::bigint,"
                                + " sum(h.held)::bigint from ledger.accounts a join ledger.heads h on h.account_id = a.id"
                                + " group by a.currency, a.kind order by a.currency, a.kind")) {
            while (row.next()) {
                lines.add(new TrialLine(
                        row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)));
            }
        }
        return List.copyOf(lines);
    }

    /// The newest checkpoint in one line; absent before the first.
    public Optional<String> newestSeal() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select 'checkpoint ' || number || ' of '"
                        + " || to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') || ', '"
                        + " || encode(hash, 'hex') from ledger.checkpoints order by number desc limit 1")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /// Every chain, then heads, seals and holds, then every transfer.
    ///
    /// @param entries that were looked at
    public record Verdict(long entries, Optional<Finding> finding) {}

    public Verdict verify() throws SQLException {
        var walked = chains();
        if (walked.finding.isPresent()) {
            return walked;
        }
        var books = books();
        return new Verdict(walked.entries, books.isPresent() ? books : transfers());
    }

    private Verdict chains() throws SQLException {
        var entries = 0L;
        try (var page = connection.prepareStatement("select * from ledger.verify_entries(?, ?::smallint, ?, ?)")) {
            page.setObject(1, BEFORE_ALL);
            page.setInt(2, 0);
            page.setLong(3, 0);
            page.setInt(4, PAGE);
            while (true) {
                try (ResultSet row = page.executeQuery()) {
                    row.next();
                    entries += row.getInt("checked");
                    if (row.getString("problem") != null) {
                        return new Verdict(entries, Optional.of(Finding.read(row)));
                    }
                    if (row.getInt("checked") < PAGE) {
                        return new Verdict(entries, Optional.empty());
                    }
                    page.setObject(1, row.getObject("last_account"));
                    page.setInt(2, row.getInt("last_shard"));
                    page.setLong(3, row.getLong("last_seq"));
                }
            }
        }
    }

    private Optional<Finding> books() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select * from ledger.verify_books()")) {
            return row.next() ? Optional.of(Finding.read(row)) : Optional.empty();
        }
    }

    private Optional<Finding> transfers() throws SQLException {
        try (var page = connection.prepareStatement("select checked, last, problem, null as account_id, null as shard,"
                + " null as seq, transfer_id from ledger.verify_transfers(?, ?)")) {
            page.setObject(1, BEFORE_ALL);
            page.setInt(2, PAGE);
            while (true) {
                try (ResultSet row = page.executeQuery()) {
                    row.next();
                    if (row.getString("problem") != null) {
                        return Optional.of(Finding.read(row));
                    }
                    if (row.getInt("checked") < PAGE) {
                        return Optional.empty();
                    }
                    page.setObject(1, row.getObject("last"));
                }
            }
        }
    }
}
