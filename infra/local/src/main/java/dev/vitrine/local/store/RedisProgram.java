package dev.vitrine.local.store;

import dev.vitrine.local.life.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The server's program: the one that travels along, or one of the machine that is as new or newer,
/// since a distribution mends the holes of a release under its old number.
///
/// The data folder notes which release wrote it. An older one, or one of the other name, might not read
/// that.
record RedisProgram(Path path, Release release) {
    static final Release BUNDLED = new Release("Redis", 7, 0, 15);
    private static final List<String> ON_THE_MACHINE = List.of("valkey-server", "redis-server");
    private static final String NOTE = "server";
    private static final int ANSWER_SECONDS = 5;
    private static final int LONGEST_ANSWER = 1_000;

    /// @param name `Redis` or `Valkey`, which went its own way after Redis 7.2
    record Release(String name, int major, int minor, int patch) implements Comparable<Release> {
        private static final Pattern TOLD =
                Pattern.compile("(Redis|Valkey) (?:server v=)?(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})\\b");
        private static final Release FORK = new Release("Redis", 7, 2, 0);
        private static final Comparator<Release> FORMAT =
                Comparator.comparingInt(Release::major).thenComparingInt(Release::minor);

        /// Of what a server answers to `--version`, or of [#toString].
        static Optional<Release> parse(String text) {
            Matcher told = TOLD.matcher(text);
            return told.lookingAt()
                    ? Optional.of(new Release(
                            told.group(1),
                            Integer.parseInt(told.group(2)),
                            Integer.parseInt(told.group(3)),
                            Integer.parseInt(told.group(4))))
                    : Optional.empty();
        }

        /// Whether it reads the data of `writer`: releases that differ in the last number alone write
        /// one format.
        boolean reads(Release writer) {
            boolean ofOneName = name.equals(writer.name);
            boolean beforeTheFork = writer.name.equals(FORK.name) && FORMAT.compare(writer, FORK) <= 0;
            return (ofOneName || beforeTheFork) && FORMAT.compare(this, writer) >= 0;
        }

        @Override
        public int compareTo(Release other) {
            return FORMAT.thenComparingInt(Release::patch).compare(this, other);
        }

        @Override
        public String toString() {
            return name + " " + major + "." + minor + "." + patch;
        }
    }

    /// @param folder of the data
    /// @param onPath finds a program of the machine
    /// @throws StartRefused when no server here reads the data
    static RedisProgram choose(Path folder, Path programs, Function<String, Optional<Path>> onPath) throws IOException {
        Optional<Release> writer = writer(folder);
        Stream<RedisProgram> machine = ON_THE_MACHINE.stream()
                .flatMap(name -> onPath.apply(name).stream())
                .flatMap(path -> told(path).map(release -> new RedisProgram(path, release)).stream());
        return Stream.concat(Stream.of(new RedisProgram(unpack(programs), BUNDLED)), machine)
                .filter(program -> writer.map(program.release::reads).orElse(true))
                .max(Comparator.comparing(RedisProgram::release).thenComparing(program -> !program.isBundled(programs)))
                .orElseThrow(() -> new StartRefused("the data of Redis was written by " + writer.orElseThrow()
                        + ", and no server here reads it: put that one on PATH again, or start with --fresh"));
    }

    /// To be called before the server may write.
    void note(Path folder) throws IOException {
        Files.writeString(folder.resolve(NOTE), release + "\n");
    }

    String where(Path programs) {
        return isBundled(programs) ? release + ", the one that comes along" : release + ", " + path;
    }

    private boolean isBundled(Path programs) {
        return path.startsWith(programs);
    }

    /// Nothing is noted by the releases of 6.2 that came along at first; all others read theirs.
    private static Optional<Release> writer(Path folder) throws IOException {
        Path note = folder.resolve(NOTE);
        return Files.exists(note) ? Release.parse(Files.readString(note)) : Optional.empty();
    }

    private static Path unpack(Path programs) throws IOException {
        String name = "redis-server-%d.%d.%d-%s-%s"
                .formatted(
                        BUNDLED.major(),
                        BUNDLED.minor(),
                        BUNDLED.patch(),
                        Programs.system(),
                        Programs.isArm() ? "arm64" : "amd64");
        Path ready = Programs.prepare(programs, name, target -> {
            try (InputStream program = RedisProgram.class.getResourceAsStream("/" + name)) {
                if (program == null) {
                    throw new IOException("no Redis travels along for this machine: " + name);
                }
                Path file = target.resolve(name);
                Files.copy(program, file);
                if (!file.toFile().setExecutable(true)) {
                    throw new IOException(file + " cannot be made executable");
                }
            }
        });
        return ready.resolve(name);
    }

    /// What the program says it is. One that does not start, answer or tell is none.
    private static Optional<Release> told(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            try (InputStream answer = process.getInputStream()) {
                process.getOutputStream().close();
                if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    return Optional.empty();
                }
                return Release.parse(new String(answer.readNBytes(LONGEST_ANSWER)));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            return Optional.empty(); // not a program of this machine
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
