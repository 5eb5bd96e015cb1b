package dev.vitrine.ledger.audit.boundary;

import dev.vitrine.ledger.audit.entity.RecordedEntry;
import dev.vitrine.ledger.entity.Csv;
import dev.vitrine.platform.json.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Entries for regulators, as RFC 4180 or as one JSON document a line. The same columns in both.
final class EntryExport {
    private static final String COLUMNS =
            "transfer,at,kind,reference,reverses,account,shard,seq,currency,amount,balance,hash";

    private EntryExport() {}

    static String csv(List<RecordedEntry> entries) {
        return Csv.lines(Stream.concat(Stream.of(COLUMNS), entries.stream().map(EntryExport::line)));
    }

    static String lines(List<RecordedEntry> entries) {
        return entries.stream()
                .map(entry -> Json.write(AuditDocuments.entry(entry)) + "\n")
                .collect(Collectors.joining());
    }

    private static String line(RecordedEntry entry) {
        return String.join(
                ",",
                entry.transfer().toString(),
                entry.recordedAt().toString(),
                entry.kind().value(),
                Csv.quoted(entry.reference().value()),
                entry.reverses().map(Object::toString).orElse(""),
                entry.account().toString(),
                Short.toString(entry.shard()),
                Long.toString(entry.seq()),
                entry.amount().currency().name(),
                Long.toString(entry.amount().minor()),
                Long.toString(entry.balance().minor()),
                entry.hash());
    }
}
