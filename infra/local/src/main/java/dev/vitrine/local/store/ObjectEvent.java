package dev.vitrine.local.store;

import java.time.Instant;

/// What happened to an object, in S3's own words.
///
/// @param name S3's event name without its `s3:` prefix, such as `ObjectCreated:Put` or `ObjectRemoved:Delete`
/// @param size bytes; 0 for a removed object
/// @param eTag without quotes; empty for a removed object
public record ObjectEvent(String name, String bucket, String key, long size, String eTag, Instant at) {

    /// Whether the object is there now.
    public boolean created() {
        return name.startsWith("ObjectCreated:");
    }
}
