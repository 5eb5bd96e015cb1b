package dev.vitrine.live.ffmpeg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds out what the executables need to start here: tries, and gives a stub for each capture library that the
/// system's loader misses. A library the system has is never covered by a stub.
final class Loader {
    private static final Pattern MISSING_LIBRARY =
            Pattern.compile("error while loading shared libraries: ([A-Za-z0-9_.+-]+): cannot open shared object file");
    private static final Pattern OLD_GLIBC = Pattern.compile("version `(GLIBC[A-Z]*_[0-9.]+)' not found");

    /// Capture libraries ffmpeg is linked against and this service never calls.
    static final Set<String> STUBBED =
            Set.of("libasound.so.2", "libpulse.so.0", "libudev.so.1", "libxcb.so.1", "libxcb-shm.so.0");

    private static final long START_SECONDS = 30;

    private final Installation installation;
    private final Path stubs;

    Loader(Installation installation) {
        this.installation = installation;
        this.stubs = installation.folder().resolveSibling(installation.folder().getFileName() + "-stubs");
    }

    /// The environment that lets ffmpeg start, proven by starting it.
    Map<String, String> environment() {
        Set<String> stubbed = new TreeSet<>();
        while (true) {
            Map<String, String> environment = with(stubbed);
            Optional<String> complaint = complaint(environment);
            if (complaint.isEmpty()) {
                return environment;
            }
            Matcher missing = MISSING_LIBRARY.matcher(complaint.get());
            if (!missing.find() || !STUBBED.contains(missing.group(1)) || !stubbed.add(missing.group(1))) {
                throw new FfmpegUnavailable(explain(complaint.get()));
            }
            write(missing.group(1));
        }
    }

    static String explain(String complaint) {
        Matcher glibc = OLD_GLIBC.matcher(complaint);
        if (glibc.find()) {
            return "ffmpeg needs a newer C library (" + glibc.group(1) + "; glibc 2.35 or later is enough)";
        }
        Matcher missing = MISSING_LIBRARY.matcher(complaint);
        if (missing.find()) {
            return "ffmpeg needs the system library " + missing.group(1) + ", which is not installed";
        }
        return "ffmpeg does not start here: "
                + complaint.strip().lines().findFirst().orElse("it says nothing");
    }

    /// Each stub has a folder of its own: one that another start of long ago needed is not seen by this one.
    private Map<String, String> with(Set<String> stubbed) {
        if (stubbed.isEmpty()) {
            return Map.of();
        }
        String path = stubbed.stream().map(soname -> folder(soname).toString()).collect(Collectors.joining(":"));
        String inherited = System.getenv("LD_LIBRARY_PATH");
        return Map.of("LD_LIBRARY_PATH", inherited == null || inherited.isEmpty() ? path : inherited + ":" + path);
    }

    private Path folder(String soname) {
        return stubs.resolve(soname + ".d");
    }

    private void write(String soname) {
        try {
            Path folder = Files.createDirectories(folder(soname));
            Path whole = Files.createTempFile(folder, ".stub-", "");
            Files.write(whole, StubLibrary.named(soname, installation.platform().elfMachine()));
            Files.move(whole, folder.resolve(soname), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new FfmpegUnavailable("the stub library " + soname + " cannot be written in " + stubs, e);
        }
    }

    private Optional<String> complaint(Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(installation.ffmpeg().toString(), "-hide_banner", "-version");
        builder.environment().putAll(environment);
        try {
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) { // what it says fits the pipe
                process.destroyForcibly();
                return Optional.of("no answer in " + START_SECONDS + " s");
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.empty() : Optional.of(said);
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage())); // wrong processor, no loader (musl), noexec folder
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FfmpegUnavailable("interrupted while ffmpeg was being tried", e);
        }
    }
}
