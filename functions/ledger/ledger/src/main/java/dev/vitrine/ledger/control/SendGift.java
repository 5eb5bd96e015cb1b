package dev.vitrine.ledger.control;

import dev.vitrine.ledger.entity.Account;
import dev.vitrine.ledger.entity.AccountKind;
import dev.vitrine.ledger.entity.Entry;
import dev.vitrine.ledger.entity.GiftQuote;
import dev.vitrine.ledger.entity.GiftWish;
import dev.vitrine.ledger.entity.MoneyRefusal;
import dev.vitrine.ledger.entity.Person;
import dev.vitrine.ledger.entity.Reference;
import dev.vitrine.ledger.entity.RequestId;
import dev.vitrine.ledger.entity.SentGift;
import dev.vitrine.ledger.entity.Transfer;
import dev.vitrine.ledger.entity.TransferId;
import dev.vitrine.ledger.entity.TransferKind;
import dev.vitrine.ledger.store.Gifts;
import dev.vitrine.model.Currency;
import dev.vitrine.model.EventType;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.model.RoomPseudonyms;
import dev.vitrine.model.Share;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives, once: coins move from the giver's wallet to the streamer's pending income and the platform's
/// commission, and the event that shows it in the room commits with them.
///
/// The streamer's part is that of the contract in force, else that of the room's kind, rounded down; the
/// remainder is the platform's (`Share`).
@ApplicationScoped
public class SendGift {
    private static final TransferKind KIND = new TransferKind("gift");

    private final Gifts gifts;
    private final RelayEvents relayEvents;
    private final RoomPseudonyms pseudonyms;
    private final LedgerConfig config;
    private final Ids ids;
    private final InstantSource clock;

    public SendGift(
            Gifts gifts,
            RelayEvents relayEvents,
            RoomPseudonyms pseudonyms,
            LedgerConfig config,
            Ids ids,
            InstantSource clock) {
        this.gifts = gifts;
        this.relayEvents = relayEvents;
        this.pseudonyms = pseudonyms;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /// @return what was answered before, if the request came before; fails with a `MoneyRefusal`
    public Uni<SentGift> run(RoomId room, Person giver, String key, String gift, int count) {
        var id = RequestId.of("gift", giver.subject(), key);
        var wish = new GiftWish(id, room, giver, pseudonyms.of(room, giver.subject()), gift, count);
        return gifts.known(wish)
                .chain(known -> known.before().isPresent()
                        ? Uni.createFrom().item(same(wish, known.before().get()))
                        : send(wish, quote(known)));
    }

    private static SentGift same(GiftWish wish, Gifts.Before before) {
        var gift = before.gift();
        if (!before.room().equals(wish.room()) || !gift.gift().equals(wish.gift()) || gift.count() != wish.count()) {
            throw new MoneyRefusal.KeyReused();
        }
        return gift;
    }

    private static GiftQuote quote(Gifts.Known known) {
        if (known.room().isEmpty()) {
            throw new MoneyRefusal.NotFound("room");
        }
        return known.quote().orElseThrow(() -> new MoneyRefusal.NotFound("gift"));
    }

    private Uni<SentGift> send(GiftWish wish, GiftQuote quote) {
        quote.check(wish.giver());
        var split = quote.split(wish.count());
        var event = event(wish, quote, split);
        return gifts.send(wish, quote, split, transfer(wish, quote, split), config.zone(), event)
                .call(() -> relayEvents.now(List.of(event.id())));
    }

    private static Transfer transfer(GiftWish wish, GiftQuote quote, Share.Split split) {
        var entries = new ArrayList<Entry>();
        var wallet = new Account(wish.giver().subject(), AccountKind.WALLET, Currency.COIN);
        entries.add(Entry.out(wallet.id(), split.payee().plus(split.platform())));
        // an entry is never zero
        if (split.payee().isPositive()) {
            var income = new Account(quote.streamer(), AccountKind.PENDING_INCOME, Currency.COIN);
            entries.add(Entry.into(income.id(), split.payee()));
        }
        if (split.platform().isPositive()) {
            var commission = Account.ofPlatform(AccountKind.COMMISSION, Currency.COIN);
            entries.add(Entry.into(commission.id(), split.platform()));
        }
        var reference = new Reference("gift");
        return new Transfer(new TransferId(wish.id()), KIND, reference, entries, Optional.empty(), Optional.empty());
    }

    /// Time and combo are the database's to say.
    private CloudEvent event(GiftWish wish, GiftQuote quote, Share.Split split) {
        var data = Json.object()
                .put("id", wish.id().toString())
                .put("roomId", wish.room().toString())
                .put("viewer", wish.viewer())
                .put("name", wish.giver().name())
                .put("gift", wish.gift());
        data.putObject("giftName")
                .put("en", quote.kind().nameEn())
                .put("zh", quote.kind().nameZh());
        data.put("animation", quote.kind().animation())
                .put("count", wish.count())
                .put("coins", split.payee().plus(split.platform()).minor())
                .put("combo", 1);
        var room = wish.room().toString();
        return new CloudEvent(ids.next(), EventType.LEDGER_GIFT_SENT, "/ledger", room, clock.instant(), data);
    }
}
