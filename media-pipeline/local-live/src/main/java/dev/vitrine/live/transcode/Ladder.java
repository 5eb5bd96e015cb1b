package dev.vitrine.live.transcode;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The picture sizes a stream is offered in, largest first. Read from `ladders/*.json` beside this class.
public record Ladder(List<Rung> rungs) {
    public static final int MAX_RUNGS = 4;

    /// A size by its short side, so that one ladder serves 16:9 and 9:16.
    public record Rung(int shortSide, int bitsPerSecond) {}

    public Ladder {
        if (rungs.isEmpty() || rungs.size() > MAX_RUNGS) {
            throw new IllegalArgumentException("a ladder has 1 to " + MAX_RUNGS + " rungs, not " + rungs.size());
        }
        rungs = List.copyOf(rungs);
    }

    public static Ladder named(String name) {
        try (InputStream json = Ladder.class.getResourceAsStream("ladders/" + name + ".json")) {
            if (json == null) {
                throw new IllegalArgumentException("no ladder is named " + name);
            }
            return new ObjectMapper().readValue(json, Ladder.class);
        } catch (IOException e) {
            throw new UncheckedIOException("ladder " + name + " cannot be read", e);
        }
    }

    /// The renditions for a source: its aspect, even sizes, nothing larger than it, no size twice. A rung above the
    /// source becomes the source's own size at the bit rate of the lowest such rung.
    public List<Rendition> fit(SourceFormat source) {
        Map<Integer, Rung> byShortSide = new LinkedHashMap<>();
        for (Rung rung : rungs) {
            byShortSide.put(even(Math.min(rung.shortSide(), source.shortSide())), rung);
        }
        List<Rendition> renditions = new ArrayList<>();
        byShortSide.forEach((shortSide, rung) -> renditions.add(scaled(source, shortSide, rung.bitsPerSecond())));
        return List.copyOf(renditions);
    }

    private static Rendition scaled(SourceFormat source, int shortSide, int bitsPerSecond) {
        double scale = (double) shortSide / source.shortSide();
        int width = source.width() <= source.height() ? shortSide : even((int) Math.round(source.width() * scale));
        int height = source.height() <= source.width() ? shortSide : even((int) Math.round(source.height() * scale));
        return new Rendition(shortSide + "p", width, height, bitsPerSecond);
    }

    /// 4:2:0 colour needs even sides; rounding down never scales up.
    private static int even(int side) {
        return side & ~1;
    }
}
