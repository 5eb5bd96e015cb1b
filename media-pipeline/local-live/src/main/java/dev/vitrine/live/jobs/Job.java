package dev.vitrine.live.jobs;

import java.util.regex.Pattern;

/// A request to render a replay, as it is kept on disk.
///
/// @param recordingKey object key of `recording.json`
/// @param outputPrefix key prefix for what is made, ending in `/`
/// @param outcome what was told at the end, empty before
public record Job(
        String id, String channel, String recordingKey, String outputPrefix, int attempts, String outcome) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9/._-]{1,512}");

    public Job {
        check("id", ID, id);
        check("channel", ID, channel);
        check("recordingKey", KEY, recordingKey);
        check("outputPrefix", KEY, outputPrefix);
        if (!outputPrefix.endsWith("/")) {
            throw new IllegalArgumentException("outputPrefix ends in /");
        }
    }

    public static Job submitted(String id, String channel, String recordingKey, String outputPrefix) {
        return new Job(id, channel, recordingKey, outputPrefix, 0, "");
    }

    private static void check(String name, Pattern pattern, String value) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " must match " + pattern);
        }
    }

    Job attempted() {
        return new Job(id, channel, recordingKey, outputPrefix, attempts + 1, outcome);
    }

    Job done(String told) {
        return new Job(id, channel, recordingKey, outputPrefix, attempts, told);
    }

    boolean over() {
        return !outcome.isEmpty();
    }
}
