package dev.vitrine.local.audit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.local.FreePorts;
import dev.vitrine.local.migrate.Migrations;
import dev.vitrine.local.migrate.Schema;
import dev.vitrine.local.store.StoresOnThisMachine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ledger's own migrations, by the migrator, read as the ledger's role.
class AuditNamesWhatIsBrokenTest {
    private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();

    @TempDir
    static Path folder;

    private static StoresOnThisMachine stores;

    @BeforeAll
    static void booksWithATransfer() throws Exception {
        stores = new StoresOnThisMachine(folder.resolve("data"), FreePorts.row());
        stores.start(stores.postgres);
        new Migrations(stores.postgres.database(), stores.secrets)
                .run(List.of(Schema.of(HOME.resolve("functions/ledger/ledger"), "ledger", "ledger")));
        asSuperuser("""
                select ledger.post_transfer(uuidv7(), 'test', '', array_agg(a.id order by a.id), '{COIN,COIN}', '{-5,5}')
                from (select ledger.open_account('platform', kind, 'COIN') as id from unnest(array['ISSUANCE', 'SALES']) kind) a;
                select ledger.seal(100);
                """);
    }

    @AfterAll
    static void stop() throws Exception {
        stores.close();
    }

    @Test
    void itSaysBalancedAndIntactUntilAByteIsChanged() throws SQLException {
        var whole = new StringWriter();
        assertTrue(audit(whole), whole.toString());
        assertTrue(whole.toString().contains("balanced\nchain intact: 2 entries"), whole.toString());
        assertTrue(whole.toString().contains("checkpoint 1 of "), whole.toString());

        asSuperuser("set session_replication_role = replica; update ledger.entries"
                + " set hash = set_byte(hash, 0, get_byte(hash, 0) # 1) where amount = 5");

        var broken = new StringWriter();
        assertFalse(audit(broken));
        assertTrue(
                broken.toString()
                        .matches(
                                "(?s).*CHAIN BROKEN after \\d entries: entry-changed: account .*, entry 1, transfer .*"),
                broken.toString());
    }

    private static boolean audit(StringWriter out) throws SQLException {
        var database = stores.postgres.database();
        try (var connection = database.connect("ledger", stores.secrets.rolePassword("ledger"))) {
            return AuditReport.print(new LedgerAudit(connection), new PrintWriter(out));
        }
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (var connection = stores.postgres.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
