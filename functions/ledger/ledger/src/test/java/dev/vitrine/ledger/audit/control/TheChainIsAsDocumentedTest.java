package dev.vitrine.ledger.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.LedgerDatabase;
import dev.vitrine.ledger.audit.entity.RecordedEntry;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.ledger.transfers.entity.Transfer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// An auditor with the README and no code of ours comes to the same hashes.
class TheChainIsAsDocumentedTest {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    @Test
    void everyHashFollowsFromWhatIsWritten() throws Exception {
        try (var database = LedgerDatabase.fresh(2)) {
            var ledger = new Ledger(database.books());
            var ann = ledger.wallet("ann 安", 100);
            var bob = ledger.wallet("bob", 0);
            var first = Ledger.move(ann, bob, 30);
            ledger.post(first);
            var hold = Ledger.hold(bob, 10);
            ledger.place(hold);
            var second = Ledger.move(bob, ann, 7).capturing(hold.id());
            ledger.post(second);

            var page = ledger.entries(bob, Optional.empty(), 10);
            assertEquals(2, page.entries().size());
            var latest = page.entries().getFirst();
            var earliest = page.entries().getLast();
            assertEquals(hash(start(bob), earliest, first), earliest.hash());
            assertEquals(hash(HexFormat.of().parseHex(earliest.hash()), latest, second), latest.hash());
        }
    }

    private static byte[] start(AccountId account) throws Exception {
        return sha256(out -> {
            uuid(out, account.value());
            out.writeShort(0);
        });
    }

    private static String hash(byte[] before, RecordedEntry entry, Transfer transfer) throws Exception {
        return HexFormat.of().formatHex(sha256(out -> {
            out.write(before);
            uuid(out, entry.account().value());
            out.writeShort(entry.shard());
            out.writeLong(entry.seq());
            uuid(out, entry.transfer().value());
            out.writeLong(entry.amount().minor());
            out.writeLong(entry.balance().minor());
            out.writeLong(ChronoUnit.MICROS.between(EPOCH, entry.recordedAt()));
            out.write(sha256(content -> content.write(content(transfer).getBytes(StandardCharsets.UTF_8))));
        }));
    }

    private static String content(Transfer transfer) {
        var entries = transfer.entries();
        return String.join(
                "\n",
                "v1",
                transfer.kind().value(),
                transfer.reverses().map(Object::toString).orElse(""),
                transfer.captures().map(Object::toString).orElse(""),
                entries.stream().map(entry -> entry.account().toString()).collect(Collectors.joining(",")),
                entries.stream().map(entry -> entry.amount().currency().name()).collect(Collectors.joining(",")),
                entries.stream()
                        .map(entry -> Long.toString(entry.amount().minor()))
                        .collect(Collectors.joining(",")),
                transfer.reference().value());
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException, NoSuchAlgorithmException;
    }

    private static byte[] sha256(Writing writing) throws IOException, NoSuchAlgorithmException {
        var bytes = new ByteArrayOutputStream();
        writing.to(new DataOutputStream(bytes));
        return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    }

    private static void uuid(DataOutputStream out, UUID value) throws IOException {
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
    }
}
