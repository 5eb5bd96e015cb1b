package dev.vitrine.ledger.boundary;

import static dev.vitrine.ledger.Ledger.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.audit.boundary.Seal;
import dev.vitrine.ledger.event.LedgerSealed;
import dev.vitrine.ledger.settlement.boundary.Settle;
import dev.vitrine.ledger.transfers.boundary.Expire;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.ledger.transfers.entity.Hold;
import dev.vitrine.platform.json.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The functions as they are wired, with the settings of a deployment.
@QuarkusTest
@QuarkusTestResource(value = LedgerStores.class, restrictToAnnotatedClass = true)
class ScheduledFunctionsDoTheirWorkTest {
    @Inject
    Seal seal;

    @Inject
    Relay relay;

    @Inject
    Expire expire;

    @Inject
    Settle settle;

    @Inject
    Pool pool;

    private final Ledger ledger = new Ledger(LedgerStores.database.books());

    @Test
    void aSealLeavesTheDatabaseAsAnEvent() {
        ledger.wallet("sealed", 5);

        await(seal.seal());
        await(relay.relay());
        await(relay.relay());

        var event = LedgerStores.queues
                .events(LedgerStores.queue, Duration.ofSeconds(30), events -> !events.isEmpty())
                .getFirst();
        assertEquals(LedgerSealed.TYPE, event.type());
        assertEquals("1", event.subject());
        // the database made it: it is what its schema says, no more and no less
        assertEquals(
                event.data(), Json.read(Json.write(LedgerSealed.of(event.data()).json())));
    }

    @Test
    void aHoldThatIsOverIsFreed() {
        var ann = ledger.wallet("holder", 10);
        var hold = new Hold(Ledger.newHoldId(), ann, Ledger.coins(10), Duration.ofMillis(1), Ledger.NOTHING);
        ledger.place(hold);
        LedgerStores.database.awaitExpiry(hold);
        assertEquals(0, ledger.available(ann));

        await(expire.expire());

        assertEquals(10, ledger.available(ann));
    }

    @Test
    void aDayIsSettledOnce() throws SQLException {
        ledger.open("ann", AccountKind.PENDING_INCOME);

        await(settle.settle());
        await(settle.settle());

        try (var role = LedgerStores.database.role();
                var statement = role.createStatement();
                var days = statement.executeQuery("select count(*), count(done_at) from settlements")) {
            days.next();
            assertEquals(1, days.getInt(1));
            assertEquals(1, days.getInt(2));
        }
    }

    @ParameterizedTest
    @CsvSource({"lock_timeout,7s", "statement_timeout,25s", "idle_in_transaction_session_timeout,25s"})
    void theDatabaseHoldsTheBounds(String setting, String bound) {
        var rows = await(pool.query("show " + setting).execute());

        assertEquals(bound, rows.iterator().next().getString(0));
    }
}
