package dev.vitrine.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where recordings and replays are kept: one bucket of an object store.
///
/// Every method may be repeated. A failure of the store itself is an unchecked exception and may pass by
/// waiting.
public interface ObjectStore {
    void put(String key, byte[] bytes, String contentType, String cacheControl);

    void put(String key, Path file, String contentType, String cacheControl);

    /// The whole object. The caller closes it.
    Optional<Stored> get(String key);

    /// Bytes `from` inclusive to `to` exclusive. The caller closes it.
    Optional<Stored> get(String key, long from, long to);

    /// What is known of an object without reading it.
    Optional<Facts> head(String key);

    /// Every key that begins so, in no promised order.
    List<String> list(String prefix);

    default boolean exists(String key) {
        return head(key).isPresent();
    }

    /// @param contentEncoding how the stored bytes are coded, such as `gzip`
    /// @param etag quoted, as HTTP has it
    record Facts(long length, String contentType, Optional<String> contentEncoding, String cacheControl, String etag) {}

    record Stored(Facts facts, InputStream content) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            content.close();
        }

        public byte[] bytes() throws IOException {
            try (content) {
                return content.readAllBytes();
            }
        }
    }
}
