package dev.vitrine.live.origin;

import io.helidon.common.uri.UriQuery;

/// What a player asks of a media playlist: now, or once a segment or part of it exists (RFC 8216bis, 6.2.5.2).
sealed interface BlockingReload {
    /// A player may ask for the segment after the next at most.
    int MAX_AHEAD = 2;
    /// Without a part the whole segment is meant.
    int WHOLE = Integer.MAX_VALUE;

    record Now() implements BlockingReload {}

    record Until(int segment, int part) implements BlockingReload {}

    record Bad(String reason) implements BlockingReload {}

    static BlockingReload parse(UriQuery query) {
        if (!query.contains("_HLS_msn")) {
            return query.contains("_HLS_part") ? new Bad("_HLS_part needs _HLS_msn") : new Now();
        }
        try {
            int segment = Integer.parseInt(query.get("_HLS_msn"));
            int part = query.contains("_HLS_part") ? Integer.parseInt(query.get("_HLS_part")) : WHOLE;
            return segment < 0 || part < 0 ? new Bad("a negative number") : new Until(segment, part);
        } catch (NumberFormatException e) {
            return new Bad("_HLS_msn and _HLS_part are whole numbers");
        }
    }
}
