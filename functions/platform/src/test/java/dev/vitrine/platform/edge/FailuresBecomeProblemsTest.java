package dev.vitrine.platform.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.model.ProblemType;
import dev.vitrine.model.Refusal;
import dev.vitrine.model.TryAgain;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailuresBecomeProblemsTest {
    @Test
    void aDefectIsAnsweredWithoutItsInsides() {
        var answer = answer(Uni.createFrom().failure(new IllegalStateException("table rooms is gone")));

        assertEquals(500, answer.status());
        assertEquals("application/problem+json", answer.headers().get("Content-Type"));
        assertFalse(answer.body().contains("table"));
        assertTrue(Json.read(answer.body()).get("detail").textValue().contains("r-1"));
    }

    @Test
    void aRefusalIsAnsweredAsTheProblemItNames() {
        var answer = answer(Uni.createFrom().failure(new TooPoor()));

        assertEquals(402, answer.status());
        assertEquals(
                "Another 7 coins are needed.",
                Json.read(answer.body()).get("detail").textValue());
        assertEquals(7, Json.read(answer.body()).get("missing").longValue());
    }

    @Test
    void whatDoesNotAnswerNowIsUnavailableAndSaysWhatToDo() {
        var answer = answer(Uni.createFrom().failure(new Gone()));

        assertEquals(503, answer.status());
        assertEquals(
                "Ask again in the same words; nothing happens twice.",
                Json.read(answer.body()).get("detail").textValue());
        assertFalse(answer.body().contains("table"));
    }

    private static final class TooPoor extends Refusal {
        private TooPoor() {
            super(ProblemType.INSUFFICIENT_BALANCE, "Another 7 coins are needed.");
        }

        @Override
        public Map<String, Long> members() {
            return Map.of("missing", 7L);
        }
    }

    private static final class Gone extends TryAgain {
        private Gone() {
            super("table rooms is locked", null);
        }
    }

    @Test
    void anUnknownRouteIsNotFound() {
        var edge = new HttpEdge(List.of());

        assertEquals(404, edge.answer(request()).await().indefinitely().status());
    }

    private static HttpAnswer answer(Uni<HttpAnswer> reply) {
        var endpoint = new Endpoint() {
            @Override
            public String route() {
                return "GET /x";
            }

            @Override
            public Uni<HttpAnswer> answer(HttpRequest request) {
                return reply;
            }
        };
        return new HttpEdge(List.of(endpoint)).answer(request()).await().indefinitely();
    }

    private static HttpRequest request() {
        return new HttpRequest("r-1", "GET /x", Map.of(), Map.of(), Map.of(), Optional.empty(), "");
    }
}
