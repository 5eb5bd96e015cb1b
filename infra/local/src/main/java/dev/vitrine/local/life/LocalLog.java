package dev.vitrine.local.life;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Where the local cloud and everything in its JVM writes: one rotating file, nothing on the console.
///
/// Libraries report warnings and worse, the house from INFO on.
public final class LocalLog {

    /// Size of one file; two older ones are kept.
    static final int MAX_BYTES = 8 << 20;

    private static final int FILES = 3;
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final System.Logger LOG = System.getLogger(LocalLog.class.getName());
    /// Logs of programs that are kept bounded.
    private static final Set<Path> PROGRAMS = ConcurrentHashMap.newKeySet();

    private static final String HOUSE = "dev.vitrine";

    /// The log manager holds loggers weakly: without these their levels would be forgotten.
    private static final List<Logger> KEPT = List.of(Logger.getLogger(""), Logger.getLogger(HOUSE));

    private LocalLog() {}

    /// Takes the JVM's own logging off the console.
    public static void quiet() {
        LogManager.getLogManager().reset();
    }

    /// Sends all logging of this JVM to `local-cloud.log` in `folder` and answers that file.
    public static Path to(Path folder) {
        try {
            quiet();
            PrivateFiles.createFolder(folder);

            FileHandler handler = new FileHandler(pattern(folder), MAX_BYTES, FILES, true);
            handler.setFormatter(new OneLine());
            handler.setLevel(Level.ALL);
            handler.setFilter(new LineLimit(System::nanoTime));
            KEPT.getFirst().addHandler(handler);
            KEPT.getFirst().setLevel(Level.WARNING);
            KEPT.getLast().setLevel(Level.INFO);
            return folder.resolve("local-cloud.0.log");
        } catch (IOException e) {
            throw new StartRefused("the log cannot be written to " + folder + ": " + e, e);
        }
    }

    /// A file for the output of the program `name`, to be appended to. When it has grown large, also
    /// while the program runs, what is in it becomes the older one and it begins anew.
    public static Path ofProgram(Path folder, String name) {
        try {
            Path file = PrivateFiles.createFolder(folder).resolve(name + ".log");
            bound(file);
            if (PROGRAMS.add(file)) {
                Thread.ofVirtual().name(name + "-log").start(() -> keepBounded(file));
            }
            return file;
        } catch (IOException e) {
            throw new StartRefused("the log of " + name + " cannot be written to " + folder + ": " + e, e);
        }
    }

    private static void keepBounded(Path file) {
        try {
            while (true) {
                Thread.sleep(LOOK);
                bound(file);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            PROGRAMS.remove(file);
            LOG.log(System.Logger.Level.WARNING, file + " is not kept bounded any more", e);
        }
    }

    /// The program holds the file open and appends: it is emptied, not moved. A line written in between
    /// is lost.
    static void bound(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) <= MAX_BYTES) {
            return;
        }
        var name = file.getFileName().toString();
        var older = file.resolveSibling(name.substring(0, name.length() - ".log".length()) + ".1.log");
        Files.copy(file, older, StandardCopyOption.REPLACE_EXISTING);
        try (var emptied = FileChannel.open(file, StandardOpenOption.WRITE)) {
            emptied.truncate(0);
        }
    }

    private static String pattern(Path folder) {
        String escaped = folder.toString().replace("%", "%%");
        return escaped + "/local-cloud.%g.log";
    }

    private static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord entry) {
            StringWriter text = new StringWriter();
            text.append(entry.getInstant().toString())
                    .append(' ')
                    .append(entry.getLevel().getName());
            text.append(' ').append(entry.getLoggerName()).append(": ").append(formatMessage(entry));
            text.append('\n');
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(new PrintWriter(text, true));
            }
            return text.toString();
        }
    }
}
