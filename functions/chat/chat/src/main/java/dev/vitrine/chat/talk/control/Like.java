package dev.vitrine.chat.talk.control;

import dev.vitrine.chat.entity.Pseudonyms;
import dev.vitrine.chat.socket.entity.Socket;
import dev.vitrine.chat.talk.entity.Outcome;
import dev.vitrine.chat.talk.entity.Rule;
import dev.vitrine.chat.talk.store.RoomTalk;
import dev.vitrine.model.InvalidValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Counts taps.
@ApplicationScoped
public class Like {
    /// What two hands tap in the second that a client merges.
    static final int MOST = 50;

    private final RoomTalk talk;
    private final Pseudonyms pseudonyms;
    private final InstantSource clock;

    Like(RoomTalk talk, Pseudonyms pseudonyms, InstantSource clock) {
        this.talk = talk;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /// @throws InvalidValue when `count` is out of its bounds
    public Uni<Outcome<Long>> run(Socket socket, long count) {
        if (count < 1 || count > MOST) {
            throw new InvalidValue("count", "must be 1 to " + MOST);
        }
        var now = clock.instant();
        var person = socket.person(now);
        if (person.isEmpty()) {
            return Uni.createFrom().item(Outcome.refused(Rule.GUEST));
        }
        if (socket.room().isEmpty()) {
            return Uni.createFrom().item(Outcome.refused(Rule.NOT_JOINED));
        }
        var room = socket.room().get();
        var subject = person.get().subject();
        return talk.like(room, subject, pseudonyms.of(room, subject), (int) count, now);
    }
}
