package dev.vitrine.platform.sql;

import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.platform.json.Json;
import java.util.HashMap;

/// An answer as the text that is kept of it.
final class AnswerText {
    private AnswerText() {}

    static String write(HttpAnswer answer) {
        var kept = Json.object();
        kept.put("status", answer.status());
        var headers = kept.putObject("headers");
        answer.headers().forEach(headers::put);
        kept.put("body", answer.body());
        return Json.write(kept);
    }

    static HttpAnswer read(String text) {
        var kept = Json.read(text);
        var headers = new HashMap<String, String>();
        kept.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().textValue()));
        return new HttpAnswer(
                kept.path("status").intValue(), headers, kept.path("body").textValue());
    }
}
