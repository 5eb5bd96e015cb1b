package dev.vitrine.ledger.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// PostgreSQL's own load client. Version 14 or newer, for pipelines.
final class PgBench {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([0-9]+)");
    private static final int LATENCY = 2; // third column of a log line, in microseconds
    private static final double MICROS_A_MILLI = 1_000;
    private static final long LONGEST_MINUTES = 60;

    private final Path program;
    private final BenchBooks books;
    private int runs;

    private PgBench(Path program, BenchBooks books) {
        this.program = program;
        this.books = books;
    }

    /// @throws IOException when there is none
    static PgBench of(BenchBooks books) throws IOException {
        return new PgBench(
                find().orElseThrow(() -> new IOException("pgbench is not here; Debian has it in postgresql-contrib")),
                books);
    }

    /// Until the time is over.
    Rate during(int seconds, int clients, String script) throws IOException, InterruptedException {
        return run(script, clients, List.of("-T", Integer.toString(seconds)));
    }

    /// So many of each client.
    Rate times(int transactions, int clients, String script) throws IOException, InterruptedException {
        return run(script, clients, List.of("-t", Integer.toString(transactions)));
    }

    private Rate run(String script, int clients, List<String> length) throws IOException, InterruptedException {
        var folder = Files.createDirectory(books.folder().resolve("pgbench-" + ++runs));
        var file = Files.writeString(folder.resolve("script.sql"), script);
        var command = new ArrayList<>(List.of(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--file=" + file,
                "--log",
                "--log-prefix=" + folder.resolve("log"),
                "--host=127.0.0.1",
                "--port=" + books.database().port(),
                "--username=postgres"));
        command.addAll(length);
        command.add("vitrine");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().put("PGPASSWORD", books.database().superuserPassword());
        var before = ServerTime.of(books.pid());
        var process = builder.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        var out = Files.readString(folder.resolve("out"));
        if (process.waitFor() != 0 || failed(out) > 0) {
            throw new IOException("pgbench failed: " + out.strip());
        }
        return new Rate(rate(out), latencies(folder), ServerTime.of(books.pid()).millisSince(before));
    }

    private static double rate(String out) throws IOException {
        var found = RATE.matcher(out);
        if (!found.find()) {
            throw new IOException("pgbench told no rate: " + out.strip());
        }
        return Double.parseDouble(found.group(1));
    }

    private static long failed(String out) {
        var found = FAILED.matcher(out);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static double[] latencies(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "log.*")) {
            var all = Stream.<double[]>builder();
            for (var file : files) {
                try (var lines = Files.lines(file)) {
                    all.add(lines.mapToDouble(line -> Double.parseDouble(line.split(" ")[LATENCY]) / MICROS_A_MILLI)
                            .toArray());
                }
            }
            return all.build().flatMapToDouble(Arrays::stream).toArray();
        }
    }

    /// Debian's newest, else the one on PATH.
    private static Optional<Path> find() throws IOException {
        if (Files.isDirectory(DEBIAN)) {
            try (var versions = Files.list(DEBIAN)) {
                var newest = versions.map(version -> version.resolve("bin/pgbench"))
                        .filter(Files::isExecutable)
                        .max(Comparator.comparingInt(PgBench::version));
                if (newest.isPresent()) {
                    return newest;
                }
            }
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int version(Path program) {
        var name = program.getName(DEBIAN.getNameCount()).toString();
        return name.matches("\\d{1,3}") ? Integer.parseInt(name) : 0;
    }
}
