package dev.vitrine.live.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.live.http.Problems;
import dev.vitrine.live.jobs.Job;
import dev.vitrine.live.jobs.Jobs;
import dev.vitrine.model.ProblemType;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// `POST /jobs`: render a replay.
public final class JobService implements HttpService {
    private static final int MAX_BODY_BYTES = 16 << 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jobs jobs;

    public JobService(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/", this::submit);
    }

    private void submit(ServerRequest request, ServerResponse response) {
        try {
            jobs.submit(parse(body(request)));
            response.status(202).send();
        } catch (JsonProcessingException e) {
            Problems.send(response, ProblemType.MALFORMED_REQUEST, "the body is not JSON");
        } catch (IllegalArgumentException e) {
            Problems.send(response, ProblemType.INVALID_FIELD, e.getMessage());
        }
    }

    private static byte[] body(ServerRequest request) {
        try (InputStream in = request.content().inputStream()) {
            byte[] bytes = in.readNBytes(MAX_BODY_BYTES + 1);
            if (bytes.length > MAX_BODY_BYTES) {
                throw new IllegalArgumentException("the body has more than " + MAX_BODY_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the body cannot be read", e);
        }
    }

    private static Job parse(byte[] body) throws JsonProcessingException {
        try {
            JsonNode json = JSON.readTree(body);
            return Job.submitted(
                    json.path("id").asText(),
                    json.path("channel").asText(),
                    json.path("recordingKey").asText(),
                    json.path("outputPrefix").asText());
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("the body cannot be read", e);
        }
    }
}
