package dev.vitrine.contract;

import java.util.ArrayList;
import java.util.List;

/// What was found so far.
final class Breaks {
    private final List<Break> found = new ArrayList<>();

    void add(String place, String what) {
        var one = new Break(place, what);
        if (!found.contains(one)) {
            found.add(one);
        }
    }

    List<Break> found() {
        return List.copyOf(found);
    }
}
