package dev.vitrine.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class APageFromElsewhereTakesNoEventTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void theRuntimeApiAnswersNoForeignPage() throws Exception {
        try (var api = new RuntimeApi("arn:aws:lambda:us-east-1:000000000000:function:one")) {
            for (var ask : new String[] {"GET invocation/next", "POST invocation/x/response", "POST init/error"}) {
                var words = ask.split(" ");
                var request = HttpRequest.newBuilder(
                                URI.create("http://" + api.address() + "/2018-06-01/runtime/" + words[1]))
                        .method(
                                words[0],
                                words[0].equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                        .header("origin", "https://evil.example")
                        .build();
                assertEquals(403, HTTP.send(request, BodyHandlers.ofString()).statusCode(), ask);
            }
            assertFalse(api.init().isDone(), "a page counted as the process");
        }
    }
}
