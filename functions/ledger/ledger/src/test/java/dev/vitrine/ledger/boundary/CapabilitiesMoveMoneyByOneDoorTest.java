package dev.vitrine.ledger.boundary;

import static dev.vitrine.ledger.Ledger.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.vitrine.ledger.Ledger;
import dev.vitrine.ledger.door.AccountKind;
import dev.vitrine.ledger.door.AccountOwner;
import dev.vitrine.ledger.door.LedgerAccount;
import dev.vitrine.ledger.door.LedgerAnswer;
import dev.vitrine.ledger.door.LedgerAnswer.Reason;
import dev.vitrine.ledger.door.LedgerEntry;
import dev.vitrine.ledger.door.LedgerRequest;
import dev.vitrine.ledger.transfers.boundary.LedgerPost;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.model.Currency;
import dev.vitrine.platform.json.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every request and every answer is held against `contract/post.yaml`.
@QuarkusTest
@QuarkusTestResource(value = LedgerStores.class, restrictToAnnotatedClass = true)
class CapabilitiesMoveMoneyByOneDoorTest {
    private static final Path CONTRACT = Path.of("../contract/post.yaml");
    private static final String ME = "commerce";

    @Inject
    LedgerPost door;

    private final Ledger ledger = new Ledger(LedgerStores.database.books());
    private final String buyer = "buyer " + UUID.randomUUID();
    private final LedgerAccount wallet = LedgerAccount.ofPerson(buyer, AccountKind.WALLET, Currency.COIN);
    private final LedgerAccount escrow = own("order " + UUID.randomUUID());
    private final LedgerAccount seller =
            LedgerAccount.ofPerson("seller " + UUID.randomUUID(), AccountKind.PENDING_INCOME, Currency.COIN);

    @AfterEach
    void theBooksAreRight() {
        assertEquals(Optional.empty(), ledger.verify());
    }

    @Test
    void theExamplesOfTheContractAnswerAsItSays() {
        for (var example : contract().path("examples")) {
            var name = example.path("name").asText();
            var answer = ask(example.path("request"));
            example.path("answer")
                    .properties()
                    .forEach(field -> assertEquals(
                            field.getValue().asText(),
                            answer.path(field.getKey()).asText(),
                            name));
        }
    }

    @Test
    void whoReadsAnAnswerLeavesAloneWhatItDoesNotKnow() {
        var answer = new LedgerAnswer.Balance(70, 10);

        assertEquals(answer, LedgerAnswer.of(answer.json().put("later", "added")));
        assertEquals(
                Reason.OTHER,
                refused(LedgerAnswer.of(Json.object().put("outcome", "refused").put("reason", "LATER"))));
    }

    @Test
    void anOrderIsPaidIntoEscrowAndOutOfItAndOnceOnly() {
        fund(100);
        var hold = UUID.randomUUID();
        var paid = UUID.randomUUID();
        var settled = UUID.randomUUID();

        assertEquals(
                false,
                assertInstanceOf(LedgerAnswer.Held.class, hold(ME, hold, 80)).repeated());
        assertEquals(
                true,
                assertInstanceOf(LedgerAnswer.Held.class, hold(ME, hold, 80)).repeated());
        assertEquals(Reason.ID_REUSED, refused(hold(ME, hold, 81)));
        for (var repeated : List.of(false, true)) {
            assertEquals(
                    repeated,
                    posted(new LedgerRequest.Capture(ME, hold, paid, "paid", "order 1", lines(wallet, escrow, 70))));
        }
        assertEquals(new LedgerAnswer.Balance(70, 0), ask(new LedgerRequest.Balance(ME, escrow)));
        for (var repeated : List.of(false, true)) {
            assertEquals(
                    repeated,
                    posted(new LedgerRequest.Post(ME, settled, "settled", "order 1", lines(escrow, seller, 70))));
        }
        assertEquals(new LedgerAnswer.Balance(0, 0), ask(new LedgerRequest.Balance(ME, escrow)));
        assertEquals(30, ledger.available(walletId()));
        assertEquals(
                "commerce-paid commerce:order 1",
                LedgerStores.database.ask(
                        row -> row.getString(1), "select kind || ' ' || reference from transfers where id = ?", paid));
    }

    @Test
    void whatWasPaidIsTakenBackWholeOrInPart() {
        fund(100);
        var paid = pay(100);
        var part = lines(escrow, wallet, 40);

        assertEquals(false, posted(new LedgerRequest.Reverse(ME, UUID.randomUUID(), paid, "order 1", part)));
        assertEquals(
                Reason.REVERSAL_TOO_LARGE,
                refused(ask(new LedgerRequest.Reverse(ME, UUID.randomUUID(), paid, "order 1", List.of()))));
        assertEquals(40, ledger.available(walletId()));

        var other = pay(40);
        assertEquals(false, posted(new LedgerRequest.Reverse(ME, UUID.randomUUID(), other, "order 1", List.of())));
        assertEquals(40, ledger.available(walletId()));
    }

    @Test
    void aReleasedHoldIsFreeAndNotCaptured() {
        fund(10);
        var hold = UUID.randomUUID();
        hold(ME, hold, 10);

        assertEquals(new LedgerAnswer.Released(false), ask(new LedgerRequest.Release(ME, hold)));
        assertEquals(new LedgerAnswer.Released(true), ask(new LedgerRequest.Release(ME, hold)));
        assertEquals(
                Reason.HOLD_CLOSED,
                refused(ask(new LedgerRequest.Capture(
                        ME, hold, UUID.randomUUID(), "paid", "order 1", lines(wallet, escrow, 10)))));
        assertEquals(10, ledger.available(walletId()));
    }

    @Test
    void holdsAndTransfersOfOthersAreAsIfThereWereNone() {
        fund(100);
        var paid = pay(50);
        var hold = UUID.randomUUID();
        hold(ME, hold, 50);

        assertEquals(Reason.UNKNOWN_HOLD, refused(ask(new LedgerRequest.Release("insight", hold))));
        assertEquals(
                Reason.UNKNOWN_HOLD,
                refused(ask(new LedgerRequest.Capture(
                        "insight", hold, UUID.randomUUID(), "paid", "x", lines(wallet, escrow, 50)))));
        assertEquals(
                Reason.UNKNOWN_ORIGINAL,
                refused(ask(new LedgerRequest.Reverse("insight", UUID.randomUUID(), paid, "x", List.of()))));
        // its own account of the same name is another one
        assertEquals(Reason.UNKNOWN_ACCOUNT, refused(ask(new LedgerRequest.Balance("insight", escrow))));
        assertEquals(50, ledger.total(walletId()));
    }

    @Test
    void aHoldOpensOnePersonsWalletOnly() {
        fund(10);
        var bob = "bob " + UUID.randomUUID();
        ledger.wallet(bob, 10);
        var hold = UUID.randomUUID();
        hold(ME, hold, 10);
        var both = List.of(
                new LedgerEntry(wallet, -10),
                new LedgerEntry(LedgerAccount.ofPerson(bob, AccountKind.WALLET, Currency.COIN), -10),
                new LedgerEntry(escrow, 20));

        assertEquals(
                Reason.NOT_ALLOWED,
                refused(ask(new LedgerRequest.Capture(ME, hold, UUID.randomUUID(), "paid", "x", both))));
        assertEquals(10, ledger.available(ledger.wallet(bob, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "PLATFORM,'',COMMISSION",
        "PLATFORM,'',SALES",
        "PLATFORM,'',CLEARING",
        "PERSON,sue,PENDING_INCOME",
        "PERSON,sue,WALLET",
    })
    void nothingGoesOutOfWhatIsNotItsOwn(AccountOwner owner, String name, AccountKind kind) {
        var account = new LedgerAccount(owner, name, kind, Currency.COIN);

        assertEquals(
                Reason.NOT_ALLOWED,
                refused(ask(new LedgerRequest.Post(ME, UUID.randomUUID(), "paid", "x", lines(account, escrow, 10)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | operation",
                "{'operation':'mint','capability':'commerce'} | operation",
                "{'operation':'release','capability':'Commerce','hold':'01900000-0000-7000-8000-000000000001'} | capability",
                "{'operation':'release','capability':'platform','hold':'01900000-0000-7000-8000-000000000001'} | capability",
                "{'operation':'release','capability':'commerce','hold':'1'} | hold",
                "{'operation':'open','capability':'commerce','account':{'owner':'OWN','name':'x','kind':'ISSUANCE','currency':'COIN'}} | account.kind",
                "{'operation':'open','capability':'commerce','account':{'owner':'PERSON','name':'capability:commerce:x','kind':'WALLET','currency':'COIN'}} | name",
                "{'operation':'hold','capability':'commerce','hold':'01900000-0000-7000-8000-000000000001','reference':'','amount':0,'lifetimeSeconds':1,'account':{'owner':'OWN','name':'x','kind':'WALLET','currency':'COIN'}} | amount",
                "{'operation':'hold','capability':'commerce','hold':'01900000-0000-7000-8000-000000000001','reference':'','amount':1,'lifetimeSeconds':9223372036854775807,'account':{'owner':'OWN','name':'x','kind':'WALLET','currency':'COIN'}} | lifetimeSeconds",
                "{'operation':'post','capability':'commerce','transfer':'01900000-0000-7000-8000-000000000001','kind':'x','reference':'','entries':[{'account':{'owner':'OWN','name':'x','kind':'WALLET','currency':'COIN'},'amount':-1},{'account':{'owner':'OWN','name':'y','kind':'WALLET','currency':'COIN'},'amount':2}]} | entries",
                "{'operation':'post','capability':'commerce','transfer':'01900000-0000-7000-8000-000000000001','kind':'x','reference':'','entries':[]} | entries",
            })
    void wrongInputIsAnAnswerThatNamesItsField(String request, String field) {
        var answer = Json.read(Json.write(await(door.answer(Json.read(request.replace('\'', '"'))))));

        assertEquals("invalid", answer.path("outcome").asText());
        assertEquals(field, answer.path("field").asText());
        assertTrue(answer.path("allowed").asText().startsWith("must ")
                || answer.path("allowed").asText().equals("is required"));
    }

    private static LedgerAccount own(String name) {
        return LedgerAccount.own(name, AccountKind.WALLET, Currency.COIN);
    }

    private void fund(long coins) {
        ledger.wallet(buyer, coins);
        ask(new LedgerRequest.Open(ME, escrow));
        ask(new LedgerRequest.Open(ME, seller));
    }

    private AccountId walletId() {
        return ledger.wallet(buyer, 0);
    }

    private UUID pay(long coins) {
        var hold = UUID.randomUUID();
        var paid = UUID.randomUUID();
        hold(ME, hold, coins);
        posted(new LedgerRequest.Capture(ME, hold, paid, "paid", "order 1", lines(wallet, escrow, coins)));
        return paid;
    }

    private LedgerAnswer hold(String capability, UUID hold, long coins) {
        return ask(new LedgerRequest.Hold(capability, hold, wallet, coins, Duration.ofMinutes(15), "order 1"));
    }

    private static List<LedgerEntry> lines(LedgerAccount from, LedgerAccount to, long coins) {
        return List.of(new LedgerEntry(from, -coins), new LedgerEntry(to, coins));
    }

    /// @return whether it had been before
    private boolean posted(LedgerRequest request) {
        return assertInstanceOf(LedgerAnswer.Posted.class, ask(request)).repeated();
    }

    private static Reason refused(LedgerAnswer answer) {
        return assertInstanceOf(LedgerAnswer.Refused.class, answer).reason();
    }

    private LedgerAnswer ask(LedgerRequest request) {
        assertEquals(request, LedgerRequest.of(request.json()));
        return LedgerAnswer.of(ask(request.json()));
    }

    private JsonNode ask(JsonNode request) {
        holds("Request", request);
        var answer = Json.read(Json.write(await(door.answer(request))));
        holds("Answer", answer);
        return answer;
    }

    private static void holds(String schema, JsonNode json) {
        assertEquals(Set.of(), schema(schema).validate(json), () -> schema + " " + json);
    }

    private static JsonSchema schema(String name) {
        var contract = (ObjectNode) contract();
        contract.remove("examples");
        contract.put("$ref", "#/$defs/" + name);
        close(contract);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(contract);
    }

    /// The contract leaves answers open, so that fields may come; here one that it does not tell is a fault.
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(CapabilitiesMoveMoneyByOneDoorTest::close);
    }

    private static JsonNode contract() {
        try {
            return new YAMLMapper().readTree(Files.readString(CONTRACT));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
