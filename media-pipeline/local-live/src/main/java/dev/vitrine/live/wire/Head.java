package dev.vitrine.live.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The head of a request that can be read in one way only.
///
/// @param lines the request line and the fields, as they came but for the spelling of `chunked` and for a host that the
/// target names: then that is the host, and the target is what follows it (RFC 9112, 3.2.2)
/// @param chunked whether the body comes in chunks
/// @param length of a body that does not
record Head(List<String> lines, boolean chunked, long length) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern REQUEST_LINE = Pattern.compile(TOKEN + " [!-~]+ HTTP/(\\d\\.\\d)");
    /// As many digits as a long has at least.
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    /// RFC 3986, 3.2.2 and 3.2.3, without what nobody's address is made of.
    private static final String AUTHORITY = "(?:[A-Za-z0-9._~!$&'()*+,;=%-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{0,5})?";

    private static final Pattern HOST = Pattern.compile(AUTHORITY);
    private static final Pattern ABSOLUTE =
            Pattern.compile("(\\S+ )https?://(" + AUTHORITY + ")([/?]\\S*)?( \\S+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern LAST =
            Pattern.compile("\r\nconnection:(?:[^\r]*[, \t])?close(?:[, \t][^\r]*)?\r\n", Pattern.CASE_INSENSITIVE);

    private static final String CHUNKED = "chunked";
    private static final int NOT_IMPLEMENTED = 501;
    private static final int VERSION_NOT_SUPPORTED = 505;

    static void checkRequestLine(String line) throws NotUnderstood {
        var match = REQUEST_LINE.matcher(line);
        if (!match.matches()) {
            throw new NotUnderstood("The first line is not a method, a target and a version");
        }
        if (!match.group(1).equals("1.1")) {
            throw new NotUnderstood(VERSION_NOT_SUPPORTED, "The version spoken here is HTTP/1.1");
        }
    }

    /// @param fields after a request line that was checked
    static Head of(String requestLine, List<String> fields) throws NotUnderstood {
        var absolute = ABSOLUTE.matcher(requestLine);
        List<String> lines = new ArrayList<>(List.of(absolute.matches() ? origin(absolute) : requestLine));
        List<String> lengths = new ArrayList<>();
        List<String> codings = new ArrayList<>();
        List<String> hosts = new ArrayList<>();
        for (String field : fields) {
            switch (name(field).toLowerCase(Locale.ROOT)) {
                case "content-length" -> {
                    lengths.add(value(field));
                    lines.add(field);
                }
                case "transfer-encoding" -> codings.add(value(field));
                case "host" -> hosts.add(value(field));
                default -> lines.add(field);
            }
        }
        if (hosts.size() != 1 || !HOST.matcher(hosts.getFirst()).matches()) {
            throw new NotUnderstood("There is not one Host that names a host");
        }
        lines.add("Host: " + (absolute.matches() ? absolute.group(2) : hosts.getFirst()));
        if (codings.isEmpty()) {
            return new Head(lines, false, length(lengths));
        }
        if (!lengths.isEmpty()) {
            throw new NotUnderstood("Content-Length stands beside Transfer-Encoding");
        }
        checkCoding(String.join(",", codings));
        lines.add("Transfer-Encoding: " + CHUNKED);
        return new Head(lines, true, 0);
    }

    private static String origin(Matcher absolute) {
        String path = absolute.group(3) == null ? "/" : absolute.group(3);
        return absolute.group(1) + (path.startsWith("?") ? "/" + path : path) + absolute.group(4);
    }

    /// @throws NotUnderstood if the line is no field: folded lines and blanks before the colon are none
    static String name(String line) throws NotUnderstood {
        int colon = line.indexOf(':');
        if (colon < 0 || !TOKEN.matcher(line.substring(0, colon)).matches()) {
            throw new NotUnderstood("A header is not a name, a colon and a value on one line");
        }
        return line.substring(0, colon);
    }

    private static String value(String line) {
        return stripped(line.substring(line.indexOf(':') + 1));
    }

    /// Without the blanks around it that may be there, and no others.
    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static long length(List<String> lengths) throws NotUnderstood {
        if (lengths.isEmpty()) {
            return 0;
        }
        if (lengths.size() > 1 || !LENGTH.matcher(lengths.getFirst()).matches()) {
            throw new NotUnderstood("Content-Length is not one number of at most 18 digits");
        }
        return Long.parseLong(lengths.getFirst());
    }

    private static void checkCoding(String codings) throws NotUnderstood {
        if (codings.equalsIgnoreCase(CHUNKED)) {
            return;
        }
        List<String> each = Stream.of(codings.toLowerCase(Locale.ROOT).split(",", -1))
                .map(Head::stripped)
                .toList();
        boolean chunkedLastAndOnce = each.indexOf(CHUNKED) == each.size() - 1;
        if (chunkedLastAndOnce) {
            throw new NotUnderstood(NOT_IMPLEMENTED, "The only transfer coding known here is " + CHUNKED);
        }
        throw new NotUnderstood("Transfer-Encoding does not end in one " + CHUNKED);
    }

    /// Whether a head, of a request or an answer, says that nothing follows on its connection.
    ///
    /// @param head with the empty line that ends it
    static boolean saysLast(String head) {
        return LAST.matcher(head).find();
    }

    byte[] bytes() {
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
