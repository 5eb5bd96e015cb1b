package dev.vitrine.chat.shown.entity;

import dev.vitrine.model.EventType;
import dev.vitrine.model.InvalidValue;
import java.util.List;
import java.util.Optional;

/// What a room shows of the events of one type.
///
/// @param kind of the item
/// @param person the field that names whom it is for; with `PERSON` only
/// @param sampled whether readers may miss it under load
/// @param state whether it stands, for who joins late, until the next or the end
/// @param ends whether with it ends what stands
/// @param replayed whether it belongs in the replay
/// @param fields of the event's data that readers see, in their order; nothing else leaves the house
public record Declaration(
        EventType type,
        String kind,
        To to,
        Optional<String> person,
        boolean sampled,
        boolean state,
        boolean ends,
        boolean replayed,
        List<String> fields) {

    public enum To {
        EVERYBODY,
        MODERATORS,
        PERSON
    }

    public Declaration {
        fields = List.copyOf(fields);
        if (person.isPresent() != (to == To.PERSON)) {
            throw new InvalidValue("person", "must be named where an item is for one, and nowhere else");
        }
        if (to == To.PERSON && state) {
            throw new InvalidValue("as", "must be item where it is for one person: state is the room's");
        }
        if (to != To.EVERYBODY && replayed) {
            throw new InvalidValue("replay", "must be false where not everybody hears it");
        }
        if (ends && !state) {
            throw new InvalidValue("ends", "must be false where nothing stands");
        }
        // Who misses a change of what stands would show what is no more; who alone hears an item is no crowd.
        sampled = sampled && !state && to == To.EVERYBODY;
    }
}
