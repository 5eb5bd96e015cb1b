package dev.vitrine.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhatPassesIsToldApartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Store store = new Store();
    private final Statements sql = store.database.statements(PATIENCE);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void statementsAnswerRowsAndHowManyTheyChanged() {
        var at = Instant.parse("2026-11-30T10:00:00.123456Z");
        assertEquals(2, change("insert into things values (1, $1), (2, null)", at));

        assertEquals(
                List.of(Optional.of(at), Optional.empty()),
                sql.all(row -> Columns.maybeInstant(row, "made_at"), "select made_at from things order by id")
                        .await()
                        .atMost(PATIENCE));
        assertEquals(
                Optional.empty(),
                sql.first(row -> row, "select 1 from things where id = $1", 3)
                        .await()
                        .atMost(PATIENCE));
        assertEquals(
                Optional.of("2"),
                sql.text("select cast(count(*) as text) from things").await().atMost(PATIENCE));
    }

    @Test
    void aRowOfNullIsAnAnswerOfNothing() {
        assertEquals(
                Optional.empty(), sql.text("select cast(null as text)").await().atMost(PATIENCE));
    }

    @Test
    void aTransactionThatFailsChangesNothing() {
        var refused = assertThrows(PgException.class, () -> store.database
                .transaction(once -> once.change("insert into things values (1)")
                        .chain(() -> once.change("insert into things values (1)")))
                .await()
                .atMost(PATIENCE));

        assertEquals("23505", refused.getSqlState());
        assertEquals(0, store.rows("things"));
    }

    @Test
    void whatGivesWayToOthersMayBeAskedAgain() {
        var state = "40001";

        var passing = assertThrows(
                DatabaseUnavailable.class,
                () -> change("do $$ begin raise 'another was first' using errcode = '" + state + "'; end $$"));

        assertTrue(passing.getMessage().endsWith(state), passing.getMessage());
        assertInstanceOf(PgException.class, passing.getCause());
    }

    @Test
    void whatLastsTooLongMayBeAskedAgain() {
        assertThrows(DatabaseUnavailable.class, () -> store.database
                .statements(Duration.ofMillis(50))
                .change("select pg_sleep(10)")
                .await()
                .atMost(PATIENCE));
    }

    @Test
    void aConnectionThatEndedMayBeAskedAgain() {
        assertThrows(DatabaseUnavailable.class, () -> store.database
                .transaction(once -> once.change("select pg_terminate_backend(pg_backend_pid())"))
                .await()
                .atMost(PATIENCE));
    }

    private int change(String statement, Object... values) {
        return sql.change(statement, values).await().atMost(PATIENCE);
    }
}
