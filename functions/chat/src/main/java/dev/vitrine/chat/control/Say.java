package dev.vitrine.chat.control;

import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.Outcome;
import dev.vitrine.chat.entity.Person;
import dev.vitrine.chat.entity.Pseudonyms;
import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.entity.Rule;
import dev.vitrine.chat.entity.Socket;
import dev.vitrine.chat.entity.Utterance;
import dev.vitrine.chat.store.RoomTalk;
import dev.vitrine.chat.store.Standing;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;

/// Says a danmaku: the word lists first, then every other rule and the log in one script.
@ApplicationScoped
public class Say {
    /// Enough of a hash to tell the last text from the next.
    private static final int DIGEST_BYTES = 8;

    private final Standing standing;
    private final RoomTalk talk;
    private final WordLists lists;
    private final Pseudonyms pseudonyms;
    private final InstantSource clock;

    Say(Standing standing, RoomTalk talk, WordLists lists, Pseudonyms pseudonyms, InstantSource clock) {
        this.standing = standing;
        this.talk = talk;
        this.lists = lists;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /// The same client id again gives the same answer once something was said or held back, and says nothing twice.
    ///
    /// @return the number of the message
    public Uni<Outcome<Long>> run(Socket socket, Utterance utterance) {
        var person = socket.person(clock.instant());
        if (person.isEmpty()) {
            return Uni.createFrom().item(Outcome.refused(Rule.GUEST));
        }
        if (socket.room().isEmpty()) {
            return Uni.createFrom().item(Outcome.refused(Rule.NOT_JOINED));
        }
        var room = socket.room().get();
        return standing.of(room, person.get().subject())
                .chain(found -> found.map(in -> say(room, person.get(), in, utterance))
                        .orElseGet(() -> Uni.createFrom().item(Outcome.refused(Rule.NOT_JOINED))));
    }

    private Uni<Outcome<Long>> say(RoomId room, Person person, Standing.In in, Utterance utterance) {
        var role = person.in(in.streamer(), in.appointed());
        var viewer = pseudonyms.of(room, person.subject());
        var author = new Author(viewer, person.name(), role);
        return judge(room, role, utterance).chain(verdict -> talk.say(
                        new RoomTalk.Speech(
                                room, person.subject(), viewer, utterance.id().value()),
                        utterance.by(author, verdict.text(), clock.instant()),
                        role.moderates(),
                        in.follows(),
                        verdict.heldBack(),
                        digest(utterance.text().value()))
                .call(outcome -> verdict.heldBack().isPresent()
                                && outcome.equals(verdict.heldBack().get())
                        ? lists.review(room, person.subject(), author, utterance)
                        : Uni.createFrom().voidItem()));
    }

    /// Who keeps order is not subject to word lists.
    private Uni<WordLists.Verdict> judge(RoomId room, Role role, Utterance utterance) {
        return role.moderates()
                ? Uni.createFrom().item(WordLists.Verdict.pass(utterance.text()))
                : lists.judge(room, utterance.text());
    }

    /// Width, case and blanks make no other text.
    private static String digest(String text) {
        var bare = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bare.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
