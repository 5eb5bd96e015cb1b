package dev.vitrine.local.reference;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;

/// Pages of text, whole in themselves.
final class Html {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            code, pre { font: 14px/1.4 ui-monospace, monospace }
            pre { overflow-x: auto; padding: .75rem; border: 1px solid #8885 }
            table { border-collapse: collapse } td { padding: .2rem 1rem .2rem 0; vertical-align: top }
            h2 { margin-top: 2.5rem }
            </style>
            </head>
            <body>
            """;
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

    private Html() {}

    static void send(ServerResponse response, String title, String body) {
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, "no-cache")
                .header(HeaderNames.create("Content-Security-Policy"), POLICY)
                .header(HeaderNames.create("X-Content-Type-Options"), "nosniff")
                .send(HEAD.formatted(text(title)) + body + "</body>\n</html>\n");
    }

    static String text(Object value) {
        return String.valueOf(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// What stands between backticks is code.
    static String prose(Object value) {
        return text(value).strip().replaceAll("`([^`]+)`", "<code>$1</code>").replace("\n\n", "<p>");
    }
}
