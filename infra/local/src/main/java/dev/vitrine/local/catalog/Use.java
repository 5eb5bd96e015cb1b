package dev.vitrine.local.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a function may touch; decides its environment here and its permissions in the cloud.
public enum Use {
    DATABASE,
    /// The artefact's buckets.
    OBJECTS,
    /// Channels and streams of the live provider.
    LIVE,
    /// Rendering jobs of the live provider.
    JOBS,
    /// Redis.
    HOT,
    /// May post to the sockets of the WebSocket API.
    SOCKETS,
    /// The payment provider.
    PAYMENTS,
    /// Addresses outside the deployment.
    INTERNET;

    /// All of them, as the file writes them.
    static String words() {
        return Arrays.stream(values()).map(Use::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
