package dev.vitrine.event.generator;

import java.util.List;
import java.util.Optional;

/// How a room shows an event.
///
/// @param to everybody, moderators or person
/// @param person the field that says who, if it is for one person only
/// @param lane priority or ordinary
/// @param as item or state
/// @param ends whether it ends the state of its kind
/// @param fields all that leaves the house
record Showing(
        String kind,
        String to,
        Optional<String> person,
        String lane,
        String as,
        boolean ends,
        boolean replay,
        List<String> fields) {}
