package dev.vitrine.platform.hibernate;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.vitrine.platform.sql.DatabaseUnavailable;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ADatabaseThatIsAwayIsToldAsSuchTest {
    private static PgException told(String state) {
        return new PgException("told", "FATAL", state, "");
    }

    /// Starting up, shutting down, too many connections, a lost connection, a rollback for another's sake.
    @ParameterizedTest
    @ValueSource(strings = {"57P03", "57P01", "53300", "08006", "40001"})
    void whateverHibernateWrapsItIn(String state) {
        assertInstanceOf(DatabaseUnavailable.class, Transactions.sorted(told(state)));
        assertInstanceOf(
                DatabaseUnavailable.class,
                Transactions.sorted(new CompletionException(new HibernateException("wrapped", told(state)))));
    }

    @Test
    void aServerThatCannotBeReachedIsAway() {
        assertInstanceOf(
                DatabaseUnavailable.class,
                Transactions.sorted(new CompletionException(new ConnectException("refused"))));
    }

    @Test
    void whatTheDatabaseHasToSayStaysAsItIs() {
        var twice = new HibernateException("wrapped", told("23505"));
        assertSame(twice, Transactions.sorted(twice));
        var defect = new IllegalStateException("ours", told("57P03"));
        assertSame(defect, Transactions.sorted(defect));
    }
}
