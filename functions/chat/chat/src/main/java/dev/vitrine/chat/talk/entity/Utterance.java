package dev.vitrine.chat.talk.entity;

import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.ClientId;
import dev.vitrine.chat.entity.Colour;
import dev.vitrine.chat.entity.DanmakuText;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// What somebody wants to say.
///
/// @param playhead when the picture that they see was on air, as their player tells
public record Utterance(ClientId id, DanmakuText text, Colour colour, Position position, Optional<Instant> playhead) {
    /// An older picture is not live any more: the message belongs to now.
    static final Duration OLDEST_PLAYHEAD = Duration.ofSeconds(60);

    public Utterance {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(playhead, "playhead");
    }

    /// @param shown the text as the word lists leave it
    public Item.Danmaku by(Author author, DanmakuText shown, Instant now) {
        return new Item.Danmaku(now, author, shown, colour, position, onAirAt(now));
    }

    private Instant onAirAt(Instant now) {
        return playhead.filter(at -> !at.isAfter(now) && !at.isBefore(now.minus(OLDEST_PLAYHEAD)))
                .orElse(now);
    }
}
