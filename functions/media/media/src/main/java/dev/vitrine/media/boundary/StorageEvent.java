package dev.vitrine.media.boundary;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A notification of Amazon S3, as far as it is read here (event message structure 2.x).
///
/// Records of our own, because Jackson fills them when the function's input is read: hence the registration.
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record StorageEvent(@JsonProperty("Records") List<Entry> records) {

    public StorageEvent {
        records = records == null ? List.of() : List.copyOf(records);
    }

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(S3 s3) {}

    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record S3(StoredObject object) {}

    /// @param key URL-encoded, with `+` for a space
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record StoredObject(String key) {}

    public List<String> keys() {
        return records.stream()
                .map(entry -> URLDecoder.decode(entry.s3().object().key(), StandardCharsets.UTF_8))
                .toList();
    }
}
