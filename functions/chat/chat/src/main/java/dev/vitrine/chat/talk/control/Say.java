package dev.vitrine.chat.talk.control;

import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.Person;
import dev.vitrine.chat.entity.Pseudonyms;
import dev.vitrine.chat.socket.entity.Socket;
import dev.vitrine.chat.talk.entity.Outcome;
import dev.vitrine.chat.talk.entity.Rule;
import dev.vitrine.chat.talk.entity.Utterance;
import dev.vitrine.chat.talk.store.RoomTalk;
import dev.vitrine.chat.talk.store.Speakers;
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

    private final Speakers speakers;
    private final RoomTalk talk;
    private final WordLists lists;
    private final Pseudonyms pseudonyms;
    private final InstantSource clock;

    Say(Speakers speakers, RoomTalk talk, WordLists lists, Pseudonyms pseudonyms, InstantSource clock) {
        this.speakers = speakers;
        this.talk = talk;
        this.lists = lists;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /// The same client id again gives the same answer once something was said or held back, and says nothing
    /// twice.
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
        return speakers.of(room, person.get().subject())
                .chain(found -> found.map(in -> say(room, person.get(), in, utterance))
                        .orElseGet(() -> Uni.createFrom().item(Outcome.refused(Rule.NOT_JOINED))));
    }

    private Uni<Outcome<Long>> say(RoomId room, Person person, Speakers.Speaker in, Utterance utterance) {
        var role = person.in(in.streamer(), in.appointed());
        var viewer = pseudonyms.of(room, person.subject());
        var author = new Author(viewer, person.name(), role);
        var speech = new RoomTalk.Speech(
                room, person.subject(), viewer, utterance.id().value());
        var digest = digest(utterance.text().value());
        return judge(speech, author, utterance).chain(verdict -> talk.say(
                        speech,
                        utterance.by(author, verdict.text(), clock.instant()),
                        role.moderates(),
                        in.follows(),
                        verdict.heldBack(),
                        digest)
                .call(answer -> decided(answer, verdict) ? keep(speech, verdict, digest) : done())
                .map(RoomTalk.Answer::outcome));
    }

    /// Who keeps order is not subject to word lists.
    private Uni<WordLists.Verdict> judge(RoomTalk.Speech speech, Author author, Utterance utterance) {
        return author.role().moderates()
                ? Uni.createFrom().item(WordLists.Verdict.pass(utterance.text()))
                : lists.judge(speech.room(), speech.subject(), author, utterance);
    }

    /// Whether it was the lists, and for the first time, that decided.
    private static boolean decided(RoomTalk.Answer answer, WordLists.Verdict verdict) {
        return answer.first()
                && (answer.outcome() instanceof Outcome.Done<Long>
                        || verdict.heldBack().filter(answer.outcome()::equals).isPresent());
    }

    /// The review before the reply that lasts: who dies in between is asked again, and nothing that was held
    /// is lost.
    private Uni<Void> keep(RoomTalk.Speech speech, WordLists.Verdict verdict, String digest) {
        return verdict.review().map(WordLists.Review::keep).orElseGet(Say::done).chain(() -> verdict.heldBack()
                .map(held -> talk.hold(speech, held, digest, clock.instant()))
                .orElseGet(Say::done));
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
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
