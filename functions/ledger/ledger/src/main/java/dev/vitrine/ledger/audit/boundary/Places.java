package dev.vitrine.ledger.audit.boundary;

import dev.vitrine.ledger.audit.entity.Place;
import dev.vitrine.ledger.transfers.entity.AccountId;
import dev.vitrine.model.InvalidValue;

/// Places in an account's chains as text of a cursor.
final class Places {
    private Places() {}

    static String write(Place place) {
        return place.shard() + "/" + place.seq();
    }

    static Place read(AccountId account, String text) {
        try {
            var slash = text.indexOf('/');
            return new Place(
                    account, Short.parseShort(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
        } catch (NumberFormatException | StringIndexOutOfBoundsException malformed) {
            throw new InvalidValue("cursor", "must be the nextCursor of a page of this list", malformed);
        }
    }
}
