package dev.vitrine.live.conform;

import dev.vitrine.live.flv.FlvTag;
import dev.vitrine.live.flv.FlvTag.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/// One push on its way to the transcoder. Used by one thread.
public final class Conformer {
    /// Where the tags go that make up the show, in the order of their time.
    public interface Output {
        void accept(FlvTag tag) throws IOException;
    }

    /// How long a track may be quiet while the other goes on, before it is filled: longer than encoders and networks
    /// hold one track back, shorter than what players have in store.
    static final long ALONE = ShowClock.BREAK;
    /// How long both may be quiet: most pauses of a network end before, and everything comes then.
    static final long TOGETHER = 2_000;
    /// The picture that stands while none comes is sent so often.
    static final long REPEATED = 200;

    private final Output out;
    private final LastPictures pictures = new LastPictures();
    private ShowClock clock;
    private byte[] soundHeader;
    private byte[] soundHeaderOut;
    private FlvTag pictureHeader;
    /// Pictures were shown or left out that the decoder must see again before the next.
    private boolean torn;
    private double silenceDue;

    public Conformer(Output out) {
        this.out = out;
    }

    /// Takes what came. Until the first key frame nothing is passed on but words about the stream.
    ///
    /// @param atMillis when it came, by a clock that only goes forward
    public void take(FlvTag tag, long atMillis) throws IOException {
        if (tag.kind() == Kind.SCRIPT) {
            out.accept(tag.at(0));
        } else if (tag.header()) {
            header(tag);
        } else if (tag.kind() == Kind.VIDEO ? pictureHeader != null : soundHeader != null) {
            if (clock == null) {
                if (!tag.keyFrame()) {
                    return;
                }
                begin(tag, atMillis);
            }
            frame(tag, atMillis);
            quiet(atMillis);
        }
    }

    /// Called when nothing came for a while: fills what has been quiet for too long. Sound that nobody
    /// has told of is not waited for: that would hold up the first picture.
    public void quiet(long atMillis) throws IOException {
        if (clock != null) {
            fillPicture(fillUntil(Kind.VIDEO, Kind.AUDIO, atMillis));
            fillSound(soundHeader == null ? clock.last(Kind.VIDEO) : fillUntil(Kind.AUDIO, Kind.VIDEO, atMillis));
        }
    }

    /// Until when a track is to be filled: up to the other if that goes on, else after the house's
    /// time; -1 if it is not.
    private long fillUntil(Kind kind, Kind other, long at) {
        long quiet = clock.quiet(kind, at);
        if (quiet > ALONE && clock.steady(other, at)) {
            return Math.min(clock.now(at) - ALONE, clock.last(other));
        }
        return quiet > TOGETHER ? clock.now(at) - TOGETHER : -1;
    }

    private void begin(FlvTag first, long at) throws IOException {
        clock = new ShowClock(first.timestampMillis(), at);
        out.accept(pictureHeader.at(0));
        soundHeader(soundHeader == null ? Silence.header(0) : new FlvTag(Kind.AUDIO, 0, soundHeader));
    }

    private void header(FlvTag tag) throws IOException {
        if (tag.kind() == Kind.AUDIO) {
            soundHeader = tag.body();
            return;
        }
        pictureHeader = tag;
        if (clock != null) {
            out.accept(tag.at(Math.max(0, clock.last(Kind.VIDEO))));
        }
    }

    private void frame(FlvTag tag, long at) throws IOException {
        OptionalLong time = clock.showTime(tag.kind(), tag.timestampMillis(), at);
        if (tag.kind() == Kind.AUDIO) {
            if (time.isPresent()) {
                soundHeader(new FlvTag(Kind.AUDIO, time.getAsLong(), soundHeader));
                out.accept(tag.at(time.getAsLong()));
                silenceDue = Silence.next(time.getAsLong());
            }
            return;
        }
        picture(tag, time);
    }

    private void picture(FlvTag tag, OptionalLong time) throws IOException {
        if (time.isPresent() && torn && !tag.keyFrame()) {
            List<FlvTag> before = pictures.all();
            for (FlvTag each : before) {
                out.accept(each.at(time.getAsLong()));
            }
            torn = before.isEmpty();
        }
        pictures.add(tag);
        if (time.isEmpty()) {
            torn = true;
        } else if (!torn || tag.keyFrame()) {
            torn = false;
            out.accept(tag.at(time.getAsLong()));
        }
    }

    private void fillPicture(long until) throws IOException {
        while (clock.last(Kind.VIDEO) + REPEATED <= until && pictures.key().isPresent()) {
            // a long gap is filled by two: what lies between is the transcoder's to repeat
            long time = Math.max(clock.last(Kind.VIDEO) + REPEATED, until - REPEATED);
            out.accept(pictures.key().get().at(time));
            clock.filled(Kind.VIDEO, time);
            torn = true;
        }
    }

    private void fillSound(long until) throws IOException {
        if (clock.last(Kind.AUDIO) >= until) {
            return;
        }
        soundHeader(Silence.header(Math.max(0, clock.last(Kind.AUDIO))));
        double due = Math.max(silenceDue, clock.last(Kind.AUDIO));
        for (; due <= until; due = Silence.next(due)) {
            long time = Math.round(due);
            out.accept(Silence.frame(time));
            clock.filled(Kind.AUDIO, time);
        }
        silenceDue = due;
    }

    /// Tells the transcoder what the next frames are, when it is news.
    private void soundHeader(FlvTag header) throws IOException {
        if (!Arrays.equals(header.body(), soundHeaderOut)) {
            soundHeaderOut = header.body();
            out.accept(header);
        }
    }
}
