package dev.vitrine.local.store;

import dev.vitrine.live.http.LocalCaller;
import dev.vitrine.local.identity.Credentials;
import dev.vitrine.local.identity.Signatures;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/// Who may do what with queues. The owner may do everything; others send to the queues that they were
/// granted, and nothing else. A request must be signed (Signature Version 4), all of it, and come
/// from this machine.
final class SqsDoor {
    /// Four times what ElasticMQ takes in one request (256 KiB, "Amazon SQS quotas" of its time):
    /// JSON and forms escape, and a form makes three letters of one byte.
    static final int MAX_REQUEST_BYTES = 1024 * 1024;

    private static final Set<String> SENDING = Set.of("SendMessage", "SendMessageBatch");
    private static final String SERVICE = "sqs";

    private final URI endpoint;
    private final Credentials owner;
    private final QueueAccess others;
    private final Signatures signatures;

    SqsDoor(URI endpoint, Credentials owner, QueueAccess others, Clock clock) {
        this.endpoint = endpoint;
        this.owner = owner;
        this.others = others;
        this.signatures = new Signatures(SERVICE, this::secret, clock);
    }

    private Optional<String> secret(String accessKey) {
        return accessKey.equals(owner.accessKey())
                ? Optional.of(owner.secretKey())
                : others.of(accessKey).map(QueueAccess.Grant::secretKey);
    }

    /// What can be said before the body has come.
    Optional<SqsRefusal> refusal(SqsRequest request) {
        var foreign = LocalCaller.refusal(request.signed().method(), request.signed()::header);
        if (foreign.isPresent()) {
            return foreign.map(SqsRefusal::denied);
        }
        if (request.signed().header("authorization").isEmpty()) {
            return Optional.of(SqsRefusal.unsigned());
        }
        return request.rawQuery().isEmpty()
                ? Optional.empty()
                : Optional.of(SqsRefusal.incomplete("Parameters travel in the body, which is signed"));
    }

    /// For a request that has come this far.
    Optional<SqsRefusal> refusal(SqsRequest request, byte[] body) {
        return switch (verdict(request, body)) {
            case Signatures.Verdict.Refused(var why) -> Optional.of(SqsRefusal.misSigned(why));
            case Signatures.Verdict.Signed(var key) when key.equals(owner.accessKey()) -> Optional.empty();
            case Signatures.Verdict.Signed(var key) -> denial(key, request, body);
        };
    }

    private Signatures.Verdict verdict(SqsRequest request, byte[] body) {
        var verdicts = request.readings().stream()
                .map(reading -> signatures.check(reading, body))
                .toList();
        return verdicts.stream()
                .filter(Signatures.Verdict.Signed.class::isInstance)
                .findFirst()
                .orElseGet(verdicts::getFirst);
    }

    private Optional<SqsRefusal> denial(String accessKey, SqsRequest request, byte[] body) {
        var ask = request.ask(body, endpoint.toString());
        if (ask.isEmpty()) {
            return Optional.of(SqsRefusal.denied(accessKey + " asks for what cannot be told for certain"));
        }
        var may = SENDING.contains(ask.get().action())
                && ask.get().queues().stream().allMatch(queue -> granted(accessKey, queue));
        return may
                ? Optional.empty()
                : Optional.of(SqsRefusal.denied("User: " + accessKey + " is not authorized to perform: sqs:"
                        + ask.get().action() + " on resource: "
                        + String.join(", ", ask.get().queues())
                        + " because it publishes nothing that goes there"));
    }

    private boolean granted(String accessKey, String queueUrl) {
        var queues = endpoint + "/" + SqsStore.ACCOUNT + "/";
        return queueUrl.startsWith(queues)
                && others.of(accessKey)
                        .filter(grant -> grant.queues().contains(queueUrl.substring(queues.length())))
                        .isPresent();
    }
}
