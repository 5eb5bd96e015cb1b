package dev.vitrine.local.catalog;

import java.nio.file.Path;
import java.time.Duration;

/// What starts a function.
public sealed interface Trigger {
    /// Requests of an OpenAPI contract.
    ///
    /// @param contract absolute path of the contract
    record Http(Path contract) implements Trigger {}

    /// Called by name, by another part of the cloud.
    record Invoke() implements Trigger {}

    /// Messages of a queue, in batches.
    record Queue(String name, int batchSize, Duration window, Duration visibility, int maxReceives)
            implements Trigger {}

    /// Objects stored in a bucket; delivered as an asynchronous invocation, retried, then dead-lettered.
    record ObjectCreated(String bucket, String prefix, String suffix, int maxReceives) implements Trigger {
        public boolean matches(String bucketName, String key) {
            return bucket.equals(bucketName) && key.startsWith(prefix) && key.endsWith(suffix);
        }
    }

    /// Connections and messages of a WebSocket API.
    ///
    /// @param path of the upgrade request
    record WebSocket(String path) implements Trigger {}

    /// A timer.
    record Timer(Schedule schedule) implements Trigger {}
}
