package dev.vitrine.chat.filter.store;

import dev.vitrine.chat.filter.entity.Listed;
import dev.vitrine.chat.filter.entity.Word;
import dev.vitrine.chat.filter.entity.WordFilter;
import dev.vitrine.chat.store.ChatObjects;
import dev.vitrine.chat.store.Keys;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.redis.RedisStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Compiled word lists, by their versions: stored once, loaded once a process, taken over without a restart.
@ApplicationScoped
public class CompiledLists {
    /// How old a process's knowledge of a version may be.
    static final Duration VERSIONS_KEPT = Duration.ofSeconds(1);
    /// Lists of rooms that one process keeps; past it the process begins anew.
    private static final int MOST_LISTS = 200;

    private final RedisStore redis;
    private final ChatObjects objects;
    private final InstantSource clock;
    private final Map<RoomId, Loaded> loaded = new ConcurrentHashMap<>();

    private record Loaded(long version, WordFilter filter, Instant checked) {}

    CompiledLists(RedisStore redis, ChatObjects objects, InstantSource clock) {
        this.redis = redis;
        this.objects = objects;
        this.clock = clock;
    }

    public Uni<Void> store(RoomId list, long version, List<Listed> words) {
        return Uni.createFrom().deferred(() -> objects.put(key(list, version), compiled(words)));
    }

    /// The list as it is in force; empty when it was never changed.
    ///
    /// @return fails when it cannot be had: nothing is said unfiltered
    public Uni<WordFilter> inForce(RoomId list) {
        var now = clock.instant();
        var known = loaded.get(list);
        if (known != null && known.checked().plus(VERSIONS_KEPT).isAfter(now)) {
            return Uni.createFrom().item(known.filter());
        }
        return version(list).chain(version -> (known != null && known.version() == version
                        ? Uni.createFrom().item(known.filter())
                        : load(list, version))
                .map(filter -> keep(list, version, filter, now)));
    }

    private WordFilter keep(RoomId list, long version, WordFilter filter, Instant now) {
        if (loaded.size() >= MOST_LISTS) {
            loaded.clear();
        }
        loaded.put(list, new Loaded(version, filter, now));
        return filter;
    }

    private Uni<Long> version(RoomId list) {
        return redis.ask(api -> list.equals(WordTable.PLATFORM)
                        ? api.get(Keys.PLATFORM_WORDS_VERSION)
                        : api.hget(Keys.facts(list), "words"))
                .map(found -> found == null ? 0L : found.toLong());
    }

    private Uni<WordFilter> load(RoomId list, long version) {
        if (version == 0) {
            return Uni.createFrom().item(WordFilter.EMPTY);
        }
        return objects.get(key(list, version))
                .map(found -> read(found.orElseThrow(() ->
                        new IllegalStateException("word list " + list + " has no version " + version + " stored"))));
    }

    private static String key(RoomId list, long version) {
        return "lists/" + list + "/" + version + ".bin";
    }

    private static byte[] compiled(List<Listed> words) {
        var bytes = new ByteArrayOutputStream();
        try {
            WordFilter.of(words.stream()
                            .map(word -> new Word(
                                    word.word(),
                                    Word.Action.valueOf(word.action().name())))
                            .toList())
                    .write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }

    private static WordFilter read(byte[] compiled) {
        try {
            return WordFilter.read(new ByteArrayInputStream(compiled));
        } catch (IOException damaged) {
            throw new UncheckedIOException("a word list cannot be read", damaged);
        }
    }
}
