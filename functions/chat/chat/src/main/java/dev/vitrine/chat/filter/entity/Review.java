package dev.vitrine.chat.filter.entity;

import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.ClientId;
import dev.vitrine.chat.entity.Colour;
import dev.vitrine.chat.entity.DanmakuText;
import dev.vitrine.chat.entity.Position;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a word list stopped or held back, and what a person made of it.
///
/// @param text as it was sent
/// @param action REJECT or HOLD
/// @param list PLATFORM or ROOM
/// @param place where the word stands in the text; of a review from before places were kept, none
public record Review(
        UUID id,
        Instant at,
        String subject,
        Author author,
        ClientId clientId,
        DanmakuText text,
        Colour colour,
        Position position,
        String action,
        String list,
        String word,
        Optional<Place> place,
        Optional<Decision> decision) {

    /// A stretch of a text, in code points.
    ///
    /// @param to behind its end
    public record Place(int from, int to) {
        public static Place of(String text, Hit hit) {
            return new Place(text.codePointCount(0, hit.from()), text.codePointCount(0, hit.to()));
        }
    }

    public enum Decision {
        RELEASE,
        REFUSE
    }

    public Review decided(Decision made) {
        return new Review(
                id,
                at,
                subject,
                author,
                clientId,
                text,
                colour,
                position,
                action,
                list,
                word,
                place,
                Optional.of(made));
    }

    /// Whether somebody still waits for it.
    public boolean open() {
        return action.equals("HOLD") && decision.isEmpty();
    }
}
