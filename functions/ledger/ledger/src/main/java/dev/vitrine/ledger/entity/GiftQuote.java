package dev.vitrine.ledger.entity;

import dev.vitrine.model.Currency;
import dev.vitrine.model.Money;
import dev.vitrine.model.Share;
import java.util.Set;

/// What a gift would cost and bring now.
///
/// @param share the streamer's part, which is rounded down; the platform has the remainder (`Share`)
/// @param streamer who receives
public record GiftQuote(String streamer, String state, GiftKind kind, Share share) {
    private static final Set<String> OPEN = Set.of("LIVE", "INTERRUPTED");

    /// @throws MoneyRefusal when the room takes no gifts, or none of this person
    public void check(Person giver) {
        if (!OPEN.contains(state)) {
            throw new MoneyRefusal.Unfitting("Gifts are given while the room is live; it is " + state + ".");
        }
        if (giver.subject().equals(streamer)) {
            throw new MoneyRefusal.NotAllowed("Nobody gives in their own room.");
        }
    }

    /// What the giver pays and who has it.
    public Share.Split split(int count) {
        return share.split(new Money(kind.price(), Currency.COIN).times(count));
    }
}
