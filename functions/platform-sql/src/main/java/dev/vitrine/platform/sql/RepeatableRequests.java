package dev.vitrine.platform.sql;

import dev.vitrine.model.ProblemType;
import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Problem;
import dev.vitrine.platform.seal.SealingKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Honours the header `Idempotency-Key` with a table in the capability's schema.
///
/// The key is claimed by the first statement of the change's transaction. A second request with the same key
/// waits there for the first to commit or roll back; so a key never stands for half a change.
@ApplicationScoped
public class RepeatableRequests {
    /// The contract's promise: a repetition within this time gets the same answer.
    static final Duration KEPT = Duration.ofHours(24);

    private final RequestTable table;
    private final SealingKey sealing;
    private final InstantSource clock;

    RepeatableRequests(RequestTable table, SealingKey sealing, InstantSource clock) {
        this.table = table;
        this.sealing = sealing;
        this.clock = clock;
    }

    /// @throws Problem 400 when the key has a form that is not allowed
    public <T> Repeatable<T, HttpAnswer> of(HttpRequest request, Secrecy secrecy, Function<T, HttpAnswer> render) {
        Optional<RequestKey> key = RequestKey.of(request);
        return (transaction, change) -> key.map(present ->
                        once(transaction, present, secrecy, () -> change.get().map(render)))
                .orElseGet(() -> change.get().map(render));
    }

    /// Deletes what is older than the promise.
    ///
    /// @return how many went
    public Uni<Integer> forgetOld(PlainSql transaction) {
        return table.deleteBefore(transaction, clock.instant().minus(KEPT));
    }

    private Uni<HttpAnswer> once(
            PlainSql transaction, RequestKey key, Secrecy secrecy, Supplier<Uni<HttpAnswer>> change) {
        var now = clock.instant();
        return table.claim(transaction, key, now, now.minus(KEPT))
                .chain(claimed -> claimed
                        ? change.get().call(answer -> table.keep(transaction, key, kept(answer, key, secrecy)))
                        : table.find(transaction, key).map(found -> repeated(found, key)));
    }

    private KeptAnswer kept(HttpAnswer answer, RequestKey key, Secrecy secrecy) {
        var text = AnswerText.write(answer);
        return switch (secrecy) {
            case PLAIN -> new KeptAnswer(key.contentHash(), text, null);
            case SEALED -> new KeptAnswer(key.contentHash(), null, sealing.box().seal(text, key.place()));
        };
    }

    private HttpAnswer repeated(KeptAnswer found, RequestKey key) {
        if (!key.isOf(found.contentHash())) {
            throw new Problem(
                    ProblemType.IDEMPOTENCY_CONFLICT,
                    "This Idempotency-Key came with another request before; use a new key for a new request.");
        }
        return AnswerText.read(
                found.sealed() == null ? found.plain() : sealing.box().open(found.sealed(), key.place()));
    }
}
