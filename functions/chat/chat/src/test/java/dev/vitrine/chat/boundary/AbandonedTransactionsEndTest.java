package dev.vitrine.chat.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.platform.sql.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A process may be put to sleep with a transaction open; what it holds must not lock a room's moderators out.
@QuarkusTest
@QuarkusTestResource(value = RecordStores.class, restrictToAnnotatedClass = true)
class AbandonedTransactionsEndTest {
    @Inject
    Database database;

    @ParameterizedTest
    @CsvSource({"idle_in_transaction_session_timeout,15s", "lock_timeout,6s"})
    void theDatabaseHoldsTheBound(String setting, String bound) {
        var held = database.statements()
                .one(row -> row.getString(0), "show " + setting)
                .await()
                .atMost(Records.PATIENCE);

        assertEquals(bound, held);
    }
}
