package dev.vitrine.local.reference;

import dev.vitrine.local.gateway.Problem;
import dev.vitrine.model.ProblemType;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Where the `type` of a problem leads: its status, meaning and remedy, in English and Chinese.
public final class ProblemPages implements HttpService {
    private final Map<String, Map<String, Map<String, String>>> texts = texts();

    static Map<String, Map<String, Map<String, String>>> texts() {
        try (var in = ProblemPages.class.getResourceAsStream("problems.yaml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/problems/{name}", this::show);
    }

    private void show(ServerRequest request, ServerResponse response) {
        var name = request.path().pathParameters().get("name");
        var type = Arrays.stream(ProblemType.values())
                .filter(each -> each.slug().equals(name))
                .findFirst();
        if (type.isEmpty()) {
            Problem.notFound().send(response);
            return;
        }
        var words = texts.get(name);
        Html.send(
                response,
                type.get().title(),
                section(type.get(), words.get("en"), "en", "Meaning", "What to do")
                        + section(type.get(), words.get("zh"), "zh-CN", "含义", "处理办法"));
    }

    private static String section(
            ProblemType type, Map<String, String> words, String language, String meaning, String remedy) {
        return """
                <section lang="%s">
                <h1>%s</h1>
                <p><code>%s</code> · HTTP %d</p>
                <h3>%s</h3>
                <p>%s</p>
                <h3>%s</h3>
                <p>%s</p>
                </section>
                """.formatted(
                        language,
                        Html.text(words.get("title")),
                        type.uri(),
                        type.status(),
                        meaning,
                        Html.prose(words.get("meaning")),
                        remedy,
                        Html.prose(words.get("remedy")));
    }
}
