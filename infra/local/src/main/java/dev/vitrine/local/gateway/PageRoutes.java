package dev.vitrine.local.gateway;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.StreamSupport;

/// The addresses of the client's pages, as its build wrote them down.
final class PageRoutes {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = "routes.json";

    private final WebFiles files;

    PageRoutes(WebFiles files) {
        this.files = files;
    }

    /// Read at each question, so that a rebuild is seen at once. A client without the file knows all its pages itself.
    ///
    /// @param path decoded, without a leading slash
    boolean has(String path) throws IOException {
        var file = files.find(FILE);
        if (file.isEmpty()) {
            return true;
        }
        var routes = JSON.readTree(Files.readAllBytes(file.get())).path("routes");
        return StreamSupport.stream(routes.spliterator(), false).anyMatch(route -> fits(route.asText(), path));
    }

    /// `/rooms/:id` fits `rooms/7` and `rooms/7/`.
    private static boolean fits(String route, String path) {
        var wanted = route.substring(1).split("/", -1);
        var given = path.replaceFirst("(.)/$", "$1").split("/", -1);
        if (wanted.length != given.length) {
            return false;
        }
        for (var i = 0; i < wanted.length; i++) {
            if (!wanted[i].startsWith(":") && !wanted[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }
}
