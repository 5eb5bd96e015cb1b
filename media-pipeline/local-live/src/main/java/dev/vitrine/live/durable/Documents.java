package dev.vitrine.live.durable;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// A folder of JSON documents of one type, each named by its id.
public final class Documents<T> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUFFIX = ".json";

    private final Path folder;
    private final Class<T> type;

    public Documents(Path folder, Class<T> type) {
        this.folder = Disk.folder(folder);
        this.type = type;
    }

    /// On return the document survives a crash of the machine.
    public void save(String id, T document) {
        try {
            write(folder.resolve(id + SUFFIX), JSON.writeValueAsBytes(document));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save " + id, e);
        }
    }

    public void delete(String id) {
        try {
            Files.deleteIfExists(folder.resolve(id + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + id, e);
        }
    }

    /// All documents in the order of their ids.
    public List<T> all() {
        return ids().stream().map(this::load).toList();
    }

    public List<String> ids() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    public T load(String id) {
        try {
            return JSON.readValue(folder.resolve(id + SUFFIX).toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.resolve(id + SUFFIX), e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel parent = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }
}
