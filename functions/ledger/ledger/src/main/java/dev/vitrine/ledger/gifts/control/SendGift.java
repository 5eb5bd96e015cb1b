package dev.vitrine.ledger.gifts.control;

import dev.vitrine.ledger.control.LedgerConfig;
import dev.vitrine.ledger.entity.Person;
import dev.vitrine.ledger.entity.RequestId;
import dev.vitrine.ledger.gifts.entity.GiftRequest;
import dev.vitrine.ledger.gifts.entity.SentGift;
import dev.vitrine.ledger.gifts.store.Gifts;
import dev.vitrine.model.Ids;
import dev.vitrine.model.RoomId;
import dev.vitrine.model.RoomPseudonyms;
import dev.vitrine.platform.sql.OutboxRelay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Gives, once: coins move from the giver's wallet to the streamer's pending income and the platform's
/// commission, and the event that shows it in the room commits with them.
///
/// Who may give what, where, and who gets how much of it is decided in the database, in the statement that pays.
@ApplicationScoped
public class SendGift {
    private final Gifts gifts;
    private final OutboxRelay outboxRelay;
    private final RoomPseudonyms pseudonyms;
    private final LedgerConfig config;
    private final Ids ids;

    public SendGift(Gifts gifts, OutboxRelay outboxRelay, RoomPseudonyms pseudonyms, LedgerConfig config, Ids ids) {
        this.gifts = gifts;
        this.outboxRelay = outboxRelay;
        this.pseudonyms = pseudonyms;
        this.config = config;
        this.ids = ids;
    }

    /// @return what was answered before, if the request came before; fails with a `MoneyRefusal`
    public Uni<SentGift> run(RoomId room, Person giver, String key, String gift, int count) {
        var id = RequestId.of("gift", giver.subject(), key);
        var request = new GiftRequest(id, room, giver, pseudonyms.of(room, giver.subject()), gift, count);
        var event = ids.next();
        return gifts.send(request, config.zone(), event).call(() -> outboxRelay.relay(List.of(event)));
    }
}
