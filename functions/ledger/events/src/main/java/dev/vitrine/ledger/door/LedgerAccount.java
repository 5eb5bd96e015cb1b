package dev.vitrine.ledger.door;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.event.Bounds;
import dev.vitrine.event.Fields;
import dev.vitrine.model.Currency;
import dev.vitrine.model.InvalidValue;

/// An account by what it is: nobody has to look up an id.
///
/// @param name of the capability's own account, as it likes; the person's subject; empty for the platform's
public record LedgerAccount(AccountOwner owner, String name, AccountKind kind, Currency currency) {
    public static final int LONGEST_NAME = 200;

    public LedgerAccount {
        Bounds.present("owner", owner);
        Bounds.present("kind", kind);
        Bounds.present("currency", currency);
        if (owner == AccountOwner.PLATFORM) {
            Bounds.text("name", name, 0, 0);
        } else {
            Bounds.text("name", name, 1, LONGEST_NAME);
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidValue("name", "must hold no characters for control");
        }
    }

    public static LedgerAccount own(String name, AccountKind kind, Currency currency) {
        return new LedgerAccount(AccountOwner.OWN, name, kind, currency);
    }

    public static LedgerAccount ofPerson(String subject, AccountKind kind, Currency currency) {
        return new LedgerAccount(AccountOwner.PERSON, subject, kind, currency);
    }

    public static LedgerAccount ofPlatform(AccountKind kind, Currency currency) {
        return new LedgerAccount(AccountOwner.PLATFORM, "", kind, currency);
    }

    static LedgerAccount of(Fields fields) {
        var owner = fields.required("owner").choice(AccountOwner.values());
        return new LedgerAccount(
                owner,
                owner == AccountOwner.PLATFORM
                        ? fields.optional("name").map(name -> name.text()).orElse("")
                        : fields.required("name").text(),
                fields.required("kind").choice(AccountKind.values()),
                fields.required("currency").currency());
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("owner", owner.name());
        if (owner != AccountOwner.PLATFORM) {
            json.put("name", name);
        }
        return json.put("kind", kind.name()).put("currency", currency.name());
    }
}
