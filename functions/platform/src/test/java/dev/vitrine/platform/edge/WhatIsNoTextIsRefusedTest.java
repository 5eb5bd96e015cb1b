package dev.vitrine.platform.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes that are not UTF-8 are refused, not read as something else; text that no store can hold goes no further.
class WhatIsNoTextIsRefusedTest {
    private static final Endpoint ECHO = new Endpoint() {
        @Override
        public String route() {
            return "POST /x";
        }

        @Override
        public Uni<HttpAnswer> answer(HttpRequest request) {
            return Uni.createFrom()
                    .item(HttpAnswer.json(
                            200, BodyFields.of(request).text("title", t -> t).orElse("")));
        }
    };

    @Test
    void aBodyInAnotherEncodingIs400() {
        var gbk = "{\"title\":\"直播\"}".getBytes(Charset.forName("GBK"));
        var event = APIGatewayV2HTTPEvent.builder()
                .withRouteKey("POST /x")
                .withBody(Base64.getEncoder().encodeToString(gbk))
                .withIsBase64Encoded(true)
                .build();

        var answer = new HttpEdge(List.of(ECHO)).answer(event).await().indefinitely();

        assertEquals(400, answer.getStatusCode());
        assertTrue(answer.getBody().contains("UTF-8"), answer.getBody());
    }

    /// The key of a repeatable request and its endpoint read the same.
    @Test
    void aBodyIsParsedOnceForAllWhoReadIt() {
        var request =
                new HttpRequest("id", "POST /x", Map.of(), Map.of(), Map.of(), Optional.empty(), "{\"title\":\"a\"}");

        BodyFields.of(request).text("title", text -> text);

        assertSame(request.body().json(), request.body().json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"a\\u0000b\"}",
                "{\"a\\u0000\":1}",
                "{\"list\":[{\"deep\":\"\\ud83d\"}]}",
                "{\"title\":\"\\ude00\\ud83d\"}"
            })
    void jsonThatNoStoreCanHoldIsNone(String json) {
        assertThrows(InvalidValue.class, () -> Json.readStorable(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"title\":\"\\ud83d\\ude00 \\u4e3b\"}", "{\"title\":\"\\\\u0000\"}", "{\"title\":\"😀\"}"})
    void otherEscapesAreText(String json) {
        assertTrue(Json.readStorable(json).has("title"));
    }

    @Test
    void parametersAreHeldToTheSame() {
        Function<String, String> any = text -> text;
        var query = new QueryFields(request(Map.of("q", "a\0b")));
        query.read("q", any);

        assertEquals(400, assertThrows(Problem.class, query::check).type().status());
        assertEquals(
                400,
                assertThrows(Problem.class, () -> PathFields.of(request(Map.of("q", "a\0b")))
                                .read("q", any))
                        .type()
                        .status());
    }

    private static HttpRequest request(Map<String, String> parameters) {
        return new HttpRequest("id", "GET /x", parameters, parameters, Map.of(), Optional.empty(), "");
    }
}
