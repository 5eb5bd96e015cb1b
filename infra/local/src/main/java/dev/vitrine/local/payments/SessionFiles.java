package dev.vitrine.local.payments;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.vitrine.local.life.PrivateFiles;
import dev.vitrine.local.life.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Sessions on disk, a JSON file each: as it was or as it is, never half of it.
final class SessionFiles {
    private static final String SUFFIX = ".json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantText()))
            .build();

    private final Path folder;

    SessionFiles(Path folder) {
        this.folder = folder;
    }

    /// Everything an earlier run kept, the oldest first.
    ///
    /// @throws StartRefused naming a file that cannot be read
    List<Session> read() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(SessionFiles::read)
                    .sorted(Comparator.comparing(Session::openedAt))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Session session) {
        try {
            PrivateFiles.write(file(session), JSON.writeValueAsString(session));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(Session session) {
        try {
            Files.deleteIfExists(file(session));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Session session) {
        return folder.resolve(session.id() + SUFFIX);
    }

    private static Session read(Path file) {
        try {
            return JSON.readValue(file.toFile(), Session.class);
        } catch (IOException e) {
            throw new StartRefused("payment session " + file + " cannot be read; remove the file: " + e, e);
        }
    }

    private static final class InstantText extends FromStringDeserializer<Instant> {
        private static final long serialVersionUID = 1;

        InstantText() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String text, DeserializationContext context) {
            return Instant.parse(text);
        }
    }
}
