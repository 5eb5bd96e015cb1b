package dev.vitrine.it.upgrade;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Redis's append-only file, read as the commands that it is (RESP), so that the moments at which keys end
/// can be moved.
///
/// A fixture may be opened years later, when all that lived for a day has ended. What is tested is an upgrade
/// a minute after the old version was stopped.
record RedisLifetimes(Path appendOnlyFile) {

    /// @param millis how much later everything ends
    void prolong(long millis) throws IOException {
        var file = Files.readAllBytes(appendOnlyFile);
        var out = new ByteArrayOutputStream(file.length);
        for (var at = new Place(file); !at.isEnd(); ) {
            var command = at.command();
            move(command, millis);
            write(command, out);
        }
        Files.write(appendOnlyFile, out.toByteArray());
    }

    /// `PEXPIREAT key moment`, and `SET key value PXAT moment`: Redis writes no lifetime in another form
    /// (6.2, `propagateExpire`).
    private static void move(List<byte[]> command, long millis) {
        int last = command.size() - 1;
        boolean ends =
                switch (text(command.getFirst())) {
                    case "PEXPIREAT" -> true;
                    case "SET" -> last >= 4 && text(command.get(last - 1)).equals("PXAT");
                    case "EXPIRE", "PEXPIRE", "EXPIREAT", "SETEX", "PSETEX", "GETEX" ->
                        throw new IllegalStateException(
                                "a lifetime in a form that is not read: " + text(command.getFirst()));
                    default -> false;
                };
        if (ends) {
            long moved = Long.parseLong(text(command.get(last))) + millis;
            command.set(last, Long.toString(moved).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String text(byte[] word) {
        return new String(word, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
    }

    private static void write(List<byte[]> command, ByteArrayOutputStream out) {
        out.writeBytes(("*" + command.size() + "\r\n").getBytes(StandardCharsets.US_ASCII));
        for (var word : command) {
            out.writeBytes(("$" + word.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(word);
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static final class Place {
        private final byte[] file;
        private int at;

        Place(byte[] file) {
            this.file = file;
        }

        boolean isEnd() {
            return at == file.length;
        }

        List<byte[]> command() {
            int words = number('*');
            var command = new ArrayList<byte[]>();
            for (int n = 0; n < words; n++) {
                int length = number('$');
                command.add(Arrays.copyOfRange(file, at, at + length));
                at += length + 2;
            }
            return command;
        }

        private int number(char kind) {
            if (file[at] != kind) {
                throw new IllegalStateException("no " + kind + " at byte " + at + ": not a file of commands");
            }
            int end = at;
            while (file[end] != '\r') {
                end++;
            }
            int number = Integer.parseInt(new String(file, at + 1, end - at - 1, StandardCharsets.US_ASCII));
            at = end + 2;
            return number;
        }
    }
}
