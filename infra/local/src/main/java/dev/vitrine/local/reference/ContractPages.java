package dev.vitrine.local.reference;

import static dev.vitrine.local.reference.Contracts.mapping;

import dev.vitrine.local.gateway.Problem;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The contracts at the house's own address: `/openapi` lists them, `/openapi/NAME.yaml` is one for a program,
/// `/openapi/NAME` for a person.
public final class ContractPages implements HttpService {
    private static final String YAML = ".yaml";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final Contracts contracts;

    /// @param functions holds a folder for each capability
    public ContractPages(Path functions) {
        this.contracts = new Contracts(functions);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/openapi", this::list).get("/openapi/{name}", this::show);
    }

    private void list(ServerRequest request, ServerResponse response) {
        var lines = contracts.files().keySet().stream()
                .map(name -> "<li><a href=\"/openapi/%1$s\">%1$s</a> (<a href=\"/openapi/%1$s.yaml\">YAML</a>)\n"
                        .formatted(Html.text(name)))
                .collect(Collectors.joining());
        Html.send(response, "Contracts", "<h1>Contracts</h1>\n<ul>\n" + lines + "</ul>\n");
    }

    private void show(ServerRequest request, ServerResponse response) {
        var asked = request.path().pathParameters().get("name");
        var isYaml = asked.endsWith(YAML);
        var name = isYaml ? asked.substring(0, asked.length() - YAML.length()) : asked;
        var document = contracts.document(name);
        if (document.isEmpty()) {
            Problem.notFound().send(response);
        } else if (isYaml) {
            response.header(HeaderNames.CONTENT_TYPE, "application/yaml")
                    .header(HeaderNames.CACHE_CONTROL, "no-cache")
                    .header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .send(Contracts.yaml(document.get()));
        } else {
            Html.send(response, name, page(name, document.get()));
        }
    }

    private static String page(String name, Map<String, Object> document) {
        var info = mapping(document.get("info"));
        var page = new StringBuilder();
        page.append("<h1>%s</h1>\n<p>%s\n<p><a href=\"/openapi/%s.yaml\">YAML</a>\n"
                .formatted(
                        Html.text(info.get("title")),
                        Html.prose(info.getOrDefault("description", "")),
                        Html.text(name)));
        if (document.get("paths") instanceof Map<?, ?> paths) {
            paths.forEach((path, operations) -> mapping(operations).forEach((method, operation) -> {
                if (METHODS.contains(method)) {
                    operation(page, method + " " + path, mapping(operation));
                }
            }));
        } else {
            section(page, "Channels", document.get("channels"));
            section(page, "Operations", document.get("operations"));
        }
        mapping(mapping(document.get("components")).get("schemas"))
                .forEach((schema, fields) ->
                        page.append("<h3 id=\"%1$s\">%1$s</h3>\n<pre>%2$s</pre>\n".formatted(schema, linked(fields))));
        return page.toString();
    }

    private static void operation(StringBuilder page, String key, Map<String, Object> operation) {
        var words = key.split(" ", 2);
        page.append("<h2 id=\"%s\"><code>%s %s</code></h2>\n"
                .formatted(
                        Html.text(operation.get("operationId")),
                        words[0].toUpperCase(java.util.Locale.ROOT),
                        Html.text(words[1])));
        page.append("<p><strong>")
                .append(Html.text(operation.getOrDefault("summary", "")))
                .append("</strong>");
        if (operation.get("security") instanceof List<?> security && security.isEmpty()) {
            page.append(" · open to everybody");
        }
        page.append("\n<p>")
                .append(Html.prose(operation.getOrDefault("description", "")))
                .append('\n');
        for (var part : List.of("parameters", "requestBody", "responses")) {
            if (operation.get(part) != null) {
                page.append("<details><summary>%s</summary><pre>%s</pre></details>\n"
                        .formatted(part, linked(operation.get(part))));
            }
        }
    }

    private static void section(StringBuilder page, String title, Object content) {
        page.append("<h2>%s</h2>\n<pre>%s</pre>\n".formatted(title, linked(content)));
    }

    /// YAML whose references to schemas lead to them.
    private static String linked(Object node) {
        return Html.text(Contracts.yaml(node)).replaceAll("'?#/components/schemas/(\\w+)'?", "<a href=\"#$1\">$1</a>");
    }
}
