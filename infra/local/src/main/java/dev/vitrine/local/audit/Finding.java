package dev.vitrine.local.audit;

import java.sql.ResultSet;
import java.sql.SQLException;

/// The first thing that is not as it was written, in the words of the ledger's README.
///
/// @param place what can be said of it: account, shard, entry, transfer
public record Finding(String problem, String place) {

    /// Of a row with the columns `problem, account_id, shard, seq, transfer_id`.
    static Finding read(ResultSet row) throws SQLException {
        var place = new StringBuilder();
        add(place, "account", row.getString("account_id"));
        add(place, "shard", row.getString("shard"));
        add(place, "entry", row.getString("seq"));
        add(place, "transfer", row.getString("transfer_id"));
        return new Finding(row.getString("problem"), place.toString());
    }

    private static void add(StringBuilder place, String word, String value) {
        if (value != null) {
            place.append(place.isEmpty() ? "" : ", ").append(word).append(' ').append(value);
        }
    }

    @Override
    public String toString() {
        return problem + ": " + place;
    }
}
