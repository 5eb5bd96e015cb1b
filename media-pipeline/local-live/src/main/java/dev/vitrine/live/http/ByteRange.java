package dev.vitrine.live.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a resource, `from` inclusive to `to` exclusive (RFC 9110, 14.1.2; one range only).
public record ByteRange(long from, long to) {
    private static final Pattern SYNTAX = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// What a `Range` header asks for: nothing readable (answer the whole), a range, or none that can be met (416).
    public sealed interface Asked {
        record Whole() implements Asked {}

        record Part(ByteRange range) implements Asked {}

        record Unmet() implements Asked {}
    }

    public static Asked parse(Optional<String> header, long length) {
        Matcher match = SYNTAX.matcher(header.orElse(""));
        if (!match.matches() || match.group(1).isEmpty() && match.group(2).isEmpty()) {
            return new Asked.Whole();
        }
        if (match.group(1).isEmpty()) {
            long suffix = Math.min(Long.parseLong(match.group(2)), length);
            return suffix == 0 ? new Asked.Unmet() : new Asked.Part(new ByteRange(length - suffix, length));
        }
        long from = Long.parseLong(match.group(1));
        long to = match.group(2).isEmpty() ? length : Math.min(Long.parseLong(match.group(2)) + 1, length);
        return from >= to ? new Asked.Unmet() : new Asked.Part(new ByteRange(from, to));
    }

    public long length() {
        return to - from;
    }

    public String contentRange(long total) {
        return "bytes " + from + "-" + (to - 1) + "/" + total;
    }
}
