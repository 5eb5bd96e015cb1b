package dev.vitrine.local.life;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
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
            KEPT.getFirst().addHandler(handler);
            KEPT.getFirst().setLevel(Level.WARNING);
            KEPT.getLast().setLevel(Level.INFO);
            return folder.resolve("local-cloud.0.log");
        } catch (IOException e) {
            throw new StartRefused("the log cannot be written to " + folder + ": " + e, e);
        }
    }

    /// A file for the output of the program `name`; one that has grown large makes way for a new one.
    public static Path ofProgram(Path folder, String name) {
        try {
            Path file = PrivateFiles.createFolder(folder).resolve(name + ".log");
            if (Files.exists(file) && Files.size(file) > MAX_BYTES) {
                Files.move(file, folder.resolve(name + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            return file;
        } catch (IOException e) {
            throw new StartRefused("the log of " + name + " cannot be written to " + folder + ": " + e, e);
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
