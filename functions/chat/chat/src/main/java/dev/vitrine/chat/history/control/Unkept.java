package dev.vitrine.chat.history.control;

import dev.vitrine.chat.entity.KeptItem;
import dev.vitrine.chat.entity.Said;
import java.util.List;

/// What the history is yet to take of a room.
record Unkept(List<Said> said, List<KeptItem> shown) {

    int size() {
        return said.size() + shown.size();
    }

    Unkept firstHalf() {
        return part(0, size() / 2);
    }

    Unkept secondHalf() {
        return part(size() / 2, size());
    }

    private Unkept part(int from, int until) {
        int of = said.size();
        return new Unkept(
                said.subList(Math.min(from, of), Math.min(until, of)),
                shown.subList(Math.max(from - of, 0), Math.max(until - of, 0)));
    }
}
