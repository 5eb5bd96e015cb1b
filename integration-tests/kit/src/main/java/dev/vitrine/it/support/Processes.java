package dev.vitrine.it.support;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// The processes below a local cloud, by what their command lines say.
public final class Processes {
    private Processes() {}

    public static List<ProcessHandle> below(Cloud cloud) {
        return ProcessHandle.of(cloud.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
    }

    /// Java processes of functions: they run from an unpacked `function.zip` below the data folder.
    public static List<ProcessHandle> functions(Cloud cloud) {
        return below(cloud).stream().filter(isJava().or(isNative())).toList();
    }

    /// Every transcoder: an ffmpeg that reads a push from its standard input.
    public static List<ProcessHandle> transcoders(Cloud cloud) {
        return below(cloud).stream()
                .filter(process -> commandLine(process).contains("ffmpeg")
                        && commandLine(process).contains("pipe:0"))
                .toList();
    }

    public static List<ProcessHandle> redis(Cloud cloud) {
        return below(cloud).stream()
                .filter(process -> process.info().command().orElse("").contains("redis-server"))
                .toList();
    }

    /// The postmaster and its children, the postmaster first.
    public static List<ProcessHandle> postgres(Cloud cloud) {
        return below(cloud).stream()
                .filter(isPostgres())
                .sorted(Comparator.comparing(
                        process -> process.parent().filter(isPostgres()).isPresent()))
                .toList();
    }

    private static Predicate<ProcessHandle> isPostgres() {
        return process -> process.info().command().orElse("").endsWith("/bin/postgres");
    }

    private static Predicate<ProcessHandle> isJava() {
        return process -> process.info().command().orElse("").endsWith("/bin/java")
                && commandLine(process).contains("quarkus");
    }

    private static Predicate<ProcessHandle> isNative() {
        return process -> process.info().command().orElse("").endsWith("/bootstrap");
    }

    public static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }
}
