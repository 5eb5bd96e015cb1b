package dev.vitrine.ledger.transfers.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.ledger.door.LedgerAccount;
import dev.vitrine.ledger.door.LedgerAnswer;
import dev.vitrine.ledger.door.LedgerEntry;
import dev.vitrine.ledger.door.LedgerRequest;
import dev.vitrine.ledger.transfers.control.DoorConfig;
import dev.vitrine.ledger.transfers.control.ServeCapability;
import dev.vitrine.ledger.transfers.control.ServeCapability.Line;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.ledger.transfers.entity.Capability;
import dev.vitrine.ledger.transfers.entity.Hold;
import dev.vitrine.ledger.transfers.entity.HoldId;
import dev.vitrine.ledger.transfers.entity.TransferId;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.Money;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/// The door for other capabilities, invoked by its name: `contract/post.yaml`.
public class LedgerPost {
    private final ServeCapability serve;
    private final Set<String> paying;

    LedgerPost(ServeCapability serve, DoorConfig config) {
        this.serve = serve;
        this.paying = config.paying().orElse(Set.of());
    }

    /// Fails when nobody knows what came of it: the same question again is safe.
    @Funq("ledger-post")
    public Uni<JsonNode> answer(JsonNode question) {
        return Uni.createFrom()
                .deferred(() -> answer(LedgerRequest.of(question)))
                .onFailure(InvalidValue.class)
                .recoverWithItem(wrong -> invalid((InvalidValue) wrong))
                .map(LedgerAnswer::json);
    }

    private Uni<LedgerAnswer> answer(LedgerRequest request) {
        var by = new Capability(request.capability(), paying.contains(request.capability()));
        return switch (request) {
            case LedgerRequest.Post post ->
                serve.post(
                                by,
                                new TransferId(post.transfer()),
                                by.kind(post.kind()),
                                by.reference(post.reference()),
                                lines(by, post.entries()))
                        .map(Answers::of);
            case LedgerRequest.Capture capture ->
                serve.capture(
                                by,
                                new HoldId(capture.hold()),
                                new TransferId(capture.transfer()),
                                by.kind(capture.kind()),
                                by.reference(capture.reference()),
                                lines(by, capture.entries()))
                        .map(Answers::of);
            case LedgerRequest.Reverse reverse ->
                serve.reverse(
                                by,
                                new TransferId(reverse.transfer()),
                                new TransferId(reverse.original()),
                                by.reference(reverse.reference()),
                                lines(by, reverse.entries()))
                        .map(Answers::of);
            case LedgerRequest.Hold hold -> hold(by, hold);
            case LedgerRequest.Release release ->
                serve.release(by, new HoldId(release.hold())).map(Answers::of);
            case LedgerRequest.Open open ->
                serve.open(by, account(by, open.account()))
                        .map(asked -> Answers.of(asked, id -> new LedgerAnswer.Opened(id.value())));
            case LedgerRequest.Balance balance ->
                serve.balance(by, account(by, balance.account()))
                        .map(asked -> Answers.of(
                                asked,
                                found -> new LedgerAnswer.Balance(
                                        found.total().minor(), found.held().minor())));
        };
    }

    private Uni<LedgerAnswer> hold(Capability by, LedgerRequest.Hold hold) {
        var account = account(by, hold.account());
        var amount = new Money(hold.amount(), account.currency());
        return serve.hold(
                        by,
                        account,
                        new Hold(
                                new HoldId(hold.hold()),
                                account.id(),
                                amount,
                                hold.lifetime(),
                                by.reference(hold.reference())))
                .map(Answers::of);
    }

    private static List<Line> lines(Capability by, List<LedgerEntry> entries) {
        return entries.stream()
                .map(entry -> new Line(account(by, entry.account()), entry.amount()))
                .toList();
    }

    private static Account account(Capability by, LedgerAccount account) {
        var kind = AccountKind.valueOf(account.kind().name());
        return switch (account.owner()) {
            case OWN -> by.account(account.name(), kind, account.currency());
            case PERSON -> person(account.name(), kind, account);
            case PLATFORM -> Account.ofPlatform(kind, account.currency());
        };
    }

    private static Account person(String subject, AccountKind kind, LedgerAccount account) {
        if (subject.startsWith(Account.CAPABILITY) || subject.equals(Account.PLATFORM)) {
            throw new InvalidValue("name", "must be a person's");
        }
        return new Account(subject, kind, account.currency());
    }

    private static LedgerAnswer invalid(InvalidValue wrong) {
        return new LedgerAnswer.Invalid(wrong.field(), wrong.allowed());
    }
}
