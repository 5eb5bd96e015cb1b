package dev.vitrine.chat.run.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.chat.entity.Lane;
import dev.vitrine.chat.entity.Numbered;
import dev.vitrine.chat.entity.Removal;
import dev.vitrine.chat.entity.Visible;
import dev.vitrine.chat.run.entity.DanmakuBudget;
import dev.vitrine.chat.run.entity.RunState;
import dev.vitrine.chat.run.entity.Slots;
import dev.vitrine.chat.run.store.RoomRuns;
import dev.vitrine.chat.run.store.SegmentObjects;
import dev.vitrine.model.RoomId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The segments of a room and their index: written slot by slot, rewritten when something is taken
/// back, deleted when nobody may need them any more. One at a time, by the runner: so nobody writes
/// what was taken back over what was cleaned.
record LaneB(RoomId room, String token, RoomRuns runs, SegmentObjects objects, Slots slots, InstantSource clock) {
    /// Above what a script or an object takes; longer is a failure, and is tried again.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// A slot to write, with the stretch of the sequence that it covers.
    ///
    /// @param laneAfter where the room is when it is written
    record Due(RunState.Slot slot, List<Numbered> stretch, Lane laneAfter) {}

    /// Takes out of the segments what was taken back since.
    ///
    /// @param due oldest first
    /// @param laneNow for the index, with the newest slot that is written
    void clean(List<Removal> due, Lane laneNow, long newest, long newestUntil) {
        var stored = stored();
        if (!stored.slots().isEmpty()) {
            // who is behind is told before the objects are clean
            index(stored, laneNow, newest, newestUntil);
            for (var slot : stored.slots()) {
                var here = due.stream()
                        .filter(removal -> removal.concerns(slot.after(), slot.until()))
                        .toList();
                if (!here.isEmpty()) {
                    objects.rewrite(room, slot.number(), segment -> takeOut(segment, here));
                }
            }
        }
        runs.cleaned(room, token, due.getLast().seq()).await().atMost(PATIENCE);
    }

    void write(Due due) {
        var slot = due.slot();
        var hidden = DanmakuBudget.SLOT.hidden(due.stretch());
        if (!runs.claim(room, token, slot, hidden).await().atMost(PATIENCE)) {
            return;
        }
        // After the claim: what is taken back from here on finds the segment and cleans it at the next turn.
        var stored = stored();
        var segment = Frames.segment(slot, Visible.of(due.stretch(), hidden));
        takeOut(segment, stored.removals());
        objects.write(room, slot.number(), segment);
        index(stored, due.laneAfter(), slot.number(), slot.until());
        runs.wrote(room, token, slot).await().atMost(PATIENCE);
        forget();
    }

    private RoomRuns.Stored stored() {
        return runs.stored(room).await().atMost(PATIENCE);
    }

    private void index(RoomRuns.Stored stored, Lane lane, long newest, long until) {
        var oldest = stored.slots().stream()
                .filter(slot -> slot.number() >= oldestNeeded())
                .findFirst();
        long after = oldest.map(RunState.Slot::after).orElse(until);
        var needed = stored.removals().stream()
                .filter(removal -> removal.seq() > after)
                .toList();
        var reach = new Frames.Reach(oldest.map(RunState.Slot::number).orElse(newest), newest, until);
        objects.index(room, Frames.index(lane, slots.length().toMillis(), reach, needed, clock.instant()));
    }

    private void forget() {
        long oldest = oldestNeeded();
        var old = runs.outdated(room, oldest).await().atMost(PATIENCE);
        if (!old.isEmpty()) {
            old.forEach(slot -> objects.delete(room, slot.number()));
            runs.forgetSegments(room, oldest).await().atMost(PATIENCE);
        }
    }

    private long oldestNeeded() {
        return slots.at(clock.instant().minus(SegmentObjects.LIVES));
    }

    /// Everything of those concerned goes; where another item names them, their name goes.
    ///
    /// @return whether anything changed
    static boolean takeOut(ObjectNode segment, List<Removal> removals) {
        boolean changed = false;
        var items = segment.path("items").elements();
        while (items.hasNext()) {
            var item = items.next();
            if (removals.stream().noneMatch(removal -> takes(removal, item))) {
                continue;
            }
            if (item.path("kind").textValue().equals("danmaku")) {
                items.remove();
                changed = true;
            } else if (!item.path("body").path("name").asText().isEmpty()) {
                ((ObjectNode) item.path("body")).put("name", "");
                changed = true;
            }
        }
        return changed;
    }

    private static boolean takes(Removal removal, JsonNode item) {
        var speaker = item.has("by") ? item.path("by") : item.path("body");
        return removal.takes(
                item.path("seq").longValue(),
                Optional.ofNullable(speaker.path("viewer").textValue()));
    }
}
