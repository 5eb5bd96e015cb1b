package dev.vitrine.chat.run.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.chat.entity.Author;
import dev.vitrine.chat.entity.Colour;
import dev.vitrine.chat.entity.DanmakuText;
import dev.vitrine.chat.entity.Hearers;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.Numbered;
import dev.vitrine.chat.entity.Position;
import dev.vitrine.chat.entity.Role;
import dev.vitrine.chat.entity.Viewer;
import dev.vitrine.chat.entity.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ASlotShowsWhatAScreenCanTest {
    private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");
    private static final Viewer VIEWER = new Viewer("a".repeat(16));

    /// @param kinds 0 a moderator's danmaku, 1-4 a viewer's, 5 a gift, 6 an act
    @Property(tries = 500)
    void onlyDanmakuAreSampledAndNoMoreThanNeedBe(
            @ForAll @Size(max = 300) List<@IntRange(max = 6) Integer> kinds, @ForAll @IntRange(max = 100) int most) {
        var items = items(kinds);
        var budget = new DanmakuBudget(most);
        var hidden = budget.hidden(items);

        assertEquals(hidden, budget.hidden(items), "the same again");
        var danmaku = items.stream()
                .filter(item -> item.item() instanceof Item.Danmaku)
                .map(Numbered::seq)
                .toList();
        assertTrue(new HashSet<>(danmaku).containsAll(hidden));
        assertEquals(Math.min(most, danmaku.size()), danmaku.size() - hidden.size());
        long moderators = kinds.stream().filter(kind -> kind == 0).count();
        long shownOfModerators = items.stream()
                .filter(item ->
                        item.item() instanceof Item.Danmaku said && said.by().role() == Role.MODERATOR)
                .filter(item -> !hidden.contains(item.seq()))
                .count();
        assertEquals(Math.min(most, moderators), shownOfModerators, "who keeps order comes first");
    }

    @Test
    void samplesAreSpreadOverTheSlot() {
        var viewers = new ArrayList<Integer>();
        for (int n = 0; n < 600; n++) {
            viewers.add(1);
        }
        var hidden = DanmakuBudget.SLOT.hidden(items(viewers));
        long last = 0;
        for (long seq = 1; seq <= 600; seq++) {
            if (!hidden.contains(seq)) {
                assertTrue(seq - last <= 10, "one of ten");
                last = seq;
            }
        }
        assertEquals(540, hidden.size());
    }

    @Test
    void anOrdinaryItemIsSampledAsADanmakuAndAPriorityItemNever() {
        var items = new ArrayList<Numbered>();
        for (int n = 1; n <= 200; n++) {
            var sampled = n % 2 == 0;
            items.add(new Numbered(
                    n, new Item.Shown(NOW, "order-ticker", "{}", Hearers.EVERYBODY, sampled, false, false)));
        }

        var hidden = DanmakuBudget.SLOT.hidden(items);

        assertEquals(40, hidden.size());
        assertTrue(hidden.stream().allMatch(seq -> seq % 2 == 0));
        assertEquals(160, Visible.of(items, hidden).size(), "what is sampled away is not shown");
    }

    @Test
    void whatALaterItemTakesBackIsNotShown() {
        var other = new Viewer("b".repeat(16));
        var stretch = List.of(
                new Numbered(1, said(VIEWER, Role.VIEWER)),
                new Numbered(2, said(other, Role.VIEWER)),
                new Numbered(3, new Item.MessageDeleted(NOW, 1)),
                new Numbered(4, new Item.ViewerBanned(NOW, other)),
                new Numbered(5, said(VIEWER, Role.VIEWER)));
        assertEquals(
                List.of(3L, 4L, 5L),
                Visible.of(stretch).stream().map(Numbered::seq).toList());
    }

    private static List<Numbered> items(List<Integer> kinds) {
        var items = new ArrayList<Numbered>();
        for (int kind : kinds) {
            items.add(new Numbered(
                    items.size() + 1,
                    switch (kind) {
                        case 0 -> said(VIEWER, Role.MODERATOR);
                        case 5 -> new Item.Shown(NOW, "gift", "{}", Hearers.EVERYBODY, false, false, false);
                        case 6 -> new Item.MessageDeleted(NOW, 9999);
                        default -> said(VIEWER, Role.VIEWER);
                    }));
        }
        return items;
    }

    private static Item.Danmaku said(Viewer viewer, Role role) {
        return new Item.Danmaku(
                NOW, new Author(viewer, "name", role), new DanmakuText("text"), Colour.WHITE, Position.SCROLL, NOW);
    }
}
