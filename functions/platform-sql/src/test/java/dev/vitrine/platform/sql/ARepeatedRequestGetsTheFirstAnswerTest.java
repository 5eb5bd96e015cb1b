package dev.vitrine.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.model.ProblemType;
import dev.vitrine.platform.edge.Caller;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Problem;
import dev.vitrine.platform.json.Json;
import dev.vitrine.platform.seal.SealingKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ARepeatedRequestGetsTheFirstAnswerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String SEALING_KEY = "c2VhbGluZyBrZXkgb2YgdGhlIHRlc3RzLCAzMiBieXQ=";

    private final Store store = new Store();
    private final AtomicInteger changes = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-30T10:00:00Z");
    private final RepeatableRequests requests =
            new RepeatableRequests(new RequestTable(), new SealingKey(Optional.of(SEALING_KEY)), () -> now);

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Secrecy.class)
    void theChangeRunsOnceAndTheAnswerComesEveryTime(Secrecy secrecy) {
        var first = ask("{}", secrecy);
        var second = ask("{}", secrecy);

        assertEquals(first, second);
        assertEquals(1, changes.get());
    }

    @Test
    void aSecretIsNotKeptInTheOpen() {
        var secret = ask("{}", Secrecy.SEALED).body();

        var kept = store.server.ask(
                row -> row.getString(1) + row.getString(2),
                "select answer, encode(sealed_answer, 'escape') from idempotent_requests");
        assertFalse(kept.contains(secret), kept);
    }

    @Test
    void aKeyForAnotherRequestIsAConflict() {
        ask("{}", Secrecy.PLAIN);

        var conflict = assertThrows(Problem.class, () -> ask("{\"other\":1}", Secrecy.PLAIN));

        assertEquals(ProblemType.IDEMPOTENCY_CONFLICT, conflict.type());
        assertEquals(1, changes.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":[1,\"\u00e9\"],\"a\":{\"d\":1.50,\"c\":null}}",
                " { \"a\" : { \"c\" : null , \"d\" : 15e-1 },\n \"b\" : [ 1.0 , \"\\u00e9\" ] } "
            })
    void theSameJsonInOtherBytesIsTheSameRequest(String again) {
        ask("{\"a\":{\"c\":null,\"d\":1.5},\"b\":[1,\"é\"]}", Secrecy.PLAIN);

        ask(again, Secrecy.PLAIN);

        assertEquals(1, changes.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"d\":1.5},\"b\":[1,\"é\"]}",
                "{\"a\":{\"c\":null,\"d\":1.5},\"b\":[\"é\",1]}",
                "{\"a\":{\"c\":null,\"d\":\"1.5\"},\"b\":[1,\"é\"]}",
                "{\"a\":{\"c\":\"null\",\"d\":1.5},\"b\":[1,\"é\"]}"
            })
    void anotherValueIsAnotherRequest(String other) {
        ask("{\"a\":{\"c\":null,\"d\":1.5},\"b\":[1,\"é\"]}", Secrecy.PLAIN);

        assertThrows(Problem.class, () -> ask(other, Secrecy.PLAIN));
    }

    /// A version before kept a hash of the bytes; whoever asks again after an upgrade is answered.
    @Test
    void aKeyOfTheVersionBeforeIsKnown() {
        ask("{ }", Secrecy.PLAIN);
        store.server.ask(
                row -> row.getInt(1),
                "update idempotent_requests set content_hash ="
                        + " encode(sha256(convert_to(e'POST /v1/things\\n{}\\n{ }', 'UTF8')), 'hex') returning 1");

        ask("{ }", Secrecy.PLAIN);

        assertEquals(1, changes.get());
    }

    @Test
    void thePromiseEndsAfterADay() {
        ask("{}", Secrecy.PLAIN);
        now = now.plus(RepeatableRequests.KEPT).plusSeconds(1);
        ask("{}", Secrecy.PLAIN);
        assertEquals(2, changes.get());

        now = now.plus(RepeatableRequests.KEPT).plusSeconds(1);
        assertEquals(1, requests.forgetOld(store.database.statements()).await().atMost(PATIENCE));
        assertEquals(0, store.rows("idempotent_requests"));
    }

    private HttpAnswer ask(String body, Secrecy secrecy) {
        var ann = new Caller("ann", "Ann", Set.of());
        var request = new HttpRequest(
                "r-1", "POST /v1/things", Map.of(), Map.of(), Map.of("idempotency-key", "k"), Optional.of(ann), body);
        var repeatable = requests.<Integer>of(
                request, secrecy, number -> HttpAnswer.json(201, Json.object().put("secret", "sk_" + number)));
        return store.database
                .transaction(sql -> repeatable.once(sql, () -> Uni.createFrom().item(changes::incrementAndGet)))
                .await()
                .atMost(PATIENCE);
    }
}
