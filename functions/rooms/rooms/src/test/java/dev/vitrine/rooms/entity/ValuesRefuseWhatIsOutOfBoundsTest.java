package dev.vitrine.rooms.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.model.InvalidValue;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ValuesRefuseWhatIsOutOfBoundsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Property
    void titlesAreCountedInCodePoints(@ForAll @IntRange(min = 1, max = Title.LONGEST) int length) {
        var title = "😀".repeat(length);

        assertEquals(title, new Title(title).value());
    }

    @Example
    void titlesAreRefusedBeyondTheirBounds() {
        refused("title", () -> new Title(""));
        refused("title", () -> new Title("   "));
        refused("title", () -> new Title("😀".repeat(Title.LONGEST + 1)));
        refused("title", () -> new Title("a\u0000b"));
        refused("title", () -> new Title("a\ud800b"));
    }

    @Example
    void descriptionsMayBeEmptyButNotEndless() {
        assertEquals("", new Description("").value());
        refused("description", () -> new Description("a".repeat(Description.LONGEST + 1)));
    }

    @Example
    void coversAreHttpsAddressesWithoutCredentials() {
        for (var good :
                List.of("https://a.example/b.jpg", "https://a.example:8443/b?c=d@e", "https://[2001:db8::1]/b")) {
            assertEquals(good, new CoverUrl(good).value());
        }
        for (var bad : List.of(
                "",
                "a.jpg",
                "//a.example/b.jpg",
                "http://a.example/b.jpg",
                "HTTP://a.example/b.jpg",
                "ftp://a/b",
                "javascript:alert(1)",
                "data:image/png;base64,AA",
                "https:a.example/b.jpg",
                "https://",
                "https:///b.jpg",
                "https://a b",
                "https://me@a.example/b.jpg",
                "https://me:secret@a.example/b.jpg",
                "https://@a.example/b.jpg",
                "https://a.example/" + "b".repeat(CoverUrl.LONGEST))) {
            refused("coverUrl", () -> new CoverUrl(bad));
        }
    }

    @Example
    void tagsAreFewShortAndDistinct() {
        refused("tags", () -> new Tags(Collections.nCopies(2, "a")));
        refused("tags", () -> new Tags(List.of("a".repeat(Tags.LONGEST + 1))));
        refused(
                "tags",
                () -> new Tags(IntStream.rangeClosed(0, Tags.MOST)
                        .mapToObj(Integer::toString)
                        .toList()));
    }

    @Example
    void startsAreWithinAYear() {
        assertEquals(NOW, StartTime.parse("2026-11-22T13:00:00+01:00", NOW).at());
        refused("startsAt", () -> StartTime.parse("2027-11-22T12:00:01Z", NOW));
        refused("startsAt", () -> StartTime.parse("tomorrow", NOW));
        refused("startsAt", () -> StartTime.parse("2026-11-22T12:00:00", NOW));
    }

    private static void refused(String field, Runnable value) {
        var refusal = assertThrows(InvalidValue.class, value::run);
        assertEquals(field, refusal.field());
    }
}
