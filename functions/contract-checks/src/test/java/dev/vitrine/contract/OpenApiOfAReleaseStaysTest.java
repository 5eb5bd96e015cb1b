package dev.vitrine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each test breaks a contract in one way, and one sees what may be changed.
class OpenApiOfAReleaseStaysTest {
    private static final String CONTRACT = """
            openapi: 3.1.0
            security: [{ oidc: [] }]
            paths:
              /v1/goods:
                get:
                  security: []
                  parameters:
                    - { name: colour, in: query, schema: { type: string, maxLength: 20 } }
                  responses:
                    '200':
                      description: goods
                      headers: { ETag: { schema: { type: string } } }
                      content:
                        application/json: { schema: { $ref: '#/components/schemas/Goods' } }
                        text/csv: {}
                post:
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
                  responses: { '204': { description: done } }
            components:
              schemas:
                Goods:
                  type: object
                  required: [id, state]
                  properties:
                    id: { type: string, format: uuid }
                    state: { type: string, enum: [NEW, SOLD] }
                    price: { type: integer }
                    parts: { type: array, items: { $ref: '#/components/schemas/Goods' } }
                New:
                  type: object
                  required: [name]
                  properties:
                    name: { type: string, minLength: 1, maxLength: 40 }
                    state: { type: string, enum: [NEW, SOLD] }
                    count: { type: integer, minimum: 0, maximum: 9 }
                    note: { type: string }
            """;

    @TempDir
    Path root;

    @Test
    void aContractIsGone() throws IOException {
        assertEquals(List.of("is gone, and was released"), new AHouse(root).openApi(CONTRACT, ""));
    }

    @Test
    void aPathIsGone() throws IOException {
        told("/v1/goods: path is gone", "  /v1/goods:", "  /v1/things:");
    }

    @Test
    void anOperationIsGone() throws IOException {
        told("/v1/goods post: operation is gone", "    post:", "    put:");
    }

    @Test
    void aParameterIsGone() throws IOException {
        told("/v1/goods get query colour: is gone", "name: colour", "name: color");
    }

    @Test
    void aParameterIsRequired() throws IOException {
        told("/v1/goods get query colour: is required now", "in: query,", "in: query, required: true,");
    }

    @Test
    void aParametersBoundIsNarrowed() throws IOException {
        told("/v1/goods get query colour: maxLength was 20, is 10", "maxLength: 20", "maxLength: 10");
    }

    @Test
    void anOpenOperationNeedsAToken() throws IOException {
        told("/v1/goods get: needs a token now", "      security: []\n", "");
    }

    @Test
    void anAnswerIsGone() throws IOException {
        told("/v1/goods post 204: answer is gone", "'204'", "'202'");
    }

    @Test
    void aFormOfAnAnswerIsGone() throws IOException {
        told("/v1/goods get 200: text/csv is gone", "text/csv", "text/plain");
    }

    @Test
    void aHeaderOfAnAnswerIsGone() throws IOException {
        told("/v1/goods get 200 header ETag: is gone", "ETag", "Etag-2");
    }

    @Test
    void aFieldOfAnAnswerIsGone() throws IOException {
        told("/v1/goods get 200.price: is gone", "        price: { type: integer }\n", "");
    }

    @Test
    void aFieldOfAnAnswerMayBeAbsent() throws IOException {
        told("/v1/goods get 200.state: may be absent now", "required: [id, state]", "required: [id]");
    }

    @Test
    void aFieldOfAnAnswerMayBeNull() throws IOException {
        told(
                "/v1/goods get 200.price: was integer, is integer or null",
                "price: { type: integer }",
                "price: { type: [integer, 'null'] }");
        told(
                "/v1/goods get 200.price: may be null now",
                "price: { type: integer }",
                "price: { oneOf: [{ type: integer }, { type: 'null' }] }");
    }

    @Test
    void aValueOfAnAnswerIsLost() throws IOException {
        told(
                "/v1/goods get 200.state: lost the value SOLD",
                "enum: [NEW, SOLD] }\n        price",
                "enum: [NEW] }\n        price");
    }

    @Test
    void aTypeIsChanged() throws IOException {
        told("/v1/goods get 200.price: was integer, is string", "price: { type: integer }", "price: { type: string }");
    }

    @Test
    void aFormatIsChanged() throws IOException {
        told("/v1/goods get 200.id: format was uuid, is none", ", format: uuid", "");
    }

    @Test
    void aFieldOfARequestIsRequired() throws IOException {
        told("/v1/goods post body.note: is required now", "required: [name]", "required: [name, note]");
    }

    @Test
    void aFieldOfARequestIsGone() throws IOException {
        told("/v1/goods post body.note: is gone", "        note: { type: string }\n", "");
    }

    @Test
    void aValueOfARequestIsNoLongerTaken() throws IOException {
        told(
                "/v1/goods post body.state: lost the value SOLD",
                "enum: [NEW, SOLD] }\n        count",
                "enum: [NEW] }\n        count");
        told(
                "/v1/goods post body.note: is limited to A",
                "note: { type: string }",
                "note: { type: string, enum: [A] }");
    }

    @Test
    void boundsOfARequestAreNarrowed() throws IOException {
        told("/v1/goods post body.name: maxLength was 40, is 39", "maxLength: 40", "maxLength: 39");
        told("/v1/goods post body.name: minLength was 1, is 2", "minLength: 1", "minLength: 2");
        told("/v1/goods post body.count: minimum was 0, is 1", "minimum: 0", "minimum: 1");
        told(
                "/v1/goods post body.note: maxLength was none, is 9",
                "note: { type: string }",
                "note: { type: string, maxLength: 9 }");
        told(
                "/v1/goods post body.note: pattern was none, is ^a$",
                "note: { type: string }",
                "note: { type: string, pattern: '^a$' }");
    }

    @Test
    void aRequestTakesNoOtherFields() throws IOException {
        told(
                "/v1/goods post body: takes no other fields now",
                "    New:\n      type: object\n",
                "    New:\n      type: object\n      additionalProperties: false\n");
    }

    @Test
    void whatNobodyStumblesOverIsAllowed() throws IOException {
        allowed("paths:\n", "paths:\n  /v1/more: { get: { responses: {} } }\n");
        allowed("        price:", "        more: { type: string }\n        price:");
        allowed("enum: [NEW, SOLD] }\n        price", "enum: [NEW, SOLD, LOST] }\n        price");
        allowed("maxLength: 40", "maxLength: 50");
        allowed("minimum: 0", "minimum: -1");
        allowed("        note:", "        more: { type: string }\n        note:");
        allowed("required: [name]", "required: []");
        allowed("description: goods", "description: all goods");
    }

    /// Where a schema is written down is nobody's business.
    @Test
    void aSchemaMayMoveToAnotherFile() throws IOException {
        var house = new AHouse(root);
        house.write(root.resolve("functions/platform/contract/common.yaml"), """
                components: { schemas: { Price: { type: integer } } }
                """);
        var now = CONTRACT.replace(
                "price: { type: integer }",
                "price: { $ref: '../../platform/contract/common.yaml#/components/schemas/Price' }");
        assertEquals(List.of(), house.openApi(CONTRACT, now));
    }

    private void told(String what, String part, String instead) throws IOException {
        assertEquals(List.of(what), changed(part, instead));
    }

    private void allowed(String part, String instead) throws IOException {
        assertEquals(List.of(), changed(part, instead));
    }

    private List<String> changed(String part, String instead) throws IOException {
        var now = CONTRACT.replace(part, instead);
        if (now.equals(CONTRACT)) {
            throw new AssertionError("the contract does not hold " + part);
        }
        return new AHouse(root).openApi(CONTRACT, now);
    }

    @Test
    void whatMayBeNullIsWrittenInAnotherWay() throws IOException {
        var before = CONTRACT.replace(
                "price: { type: integer }", "price: { type: [string, 'null'], enum: [LOW, HIGH, null] }");
        var now = CONTRACT.replace(
                "price: { type: integer }",
                "price: { oneOf: [{ type: string, enum: [LOW, HIGH] }, { type: 'null' }] }");
        assertEquals(List.of(), new AHouse(root).openApi(before, now));
    }

    @Test
    void aDayLosesThePatternThatItsFormatSays() throws IOException {
        var before = CONTRACT.replace(
                "price: { type: integer }", "price: { type: string, format: date, pattern: '^.{10}$' }");
        var now = CONTRACT.replace("price: { type: integer }", "price: { type: string, format: date }");
        assertEquals(List.of(), new AHouse(root).openApi(before, now));
    }
}
