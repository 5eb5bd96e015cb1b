package dev.vitrine.pipeline;

import java.net.URI;
import java.util.Objects;

/// What a streamer's encoder needs. The key is a secret: shown once, kept hashed, never logged.
public record IngestCredentials(URI ingestUrl, String streamKey) {
    public IngestCredentials {
        Objects.requireNonNull(ingestUrl, "ingestUrl");
        Objects.requireNonNull(streamKey, "streamKey");
    }

    @Override
    public String toString() {
        return "IngestCredentials[ingestUrl=" + ingestUrl + ", streamKey=***]";
    }
}
