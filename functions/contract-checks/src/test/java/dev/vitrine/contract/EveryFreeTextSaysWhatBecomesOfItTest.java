package dev.vitrine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody adds a text that people type and forgets the rule of text.
class EveryFreeTextSaysWhatBecomesOfItTest {
    private static final String SAYS = " is any text, and says by no x-text what becomes of it";

    @TempDir
    Path house;

    @Test
    void thoseOfThisProjectDo() {
        assertEquals(List.of(), FreeTexts.undecided(Path.of(System.getProperty("vitrine.root"))));
    }

    @Test
    void oneThatSaysNothingIsNamedWithItsPlace() throws IOException {
        new AHouse(house).write(house.resolve("functions/shop/contract/openapi.yaml"), """
                openapi: 3.1.0
                paths:
                  /v1/goods:
                    post:
                      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Goods' } } } }
                      responses: { '200': { content: { application/json: { schema: { type: string } } } } }
                components:
                  schemas:
                    Goods:
                      properties:
                        id: { type: string, format: uuid }
                        colour: { type: string, enum: [RED] }
                        size: { type: string, pattern: '^[SML]$' }
                        title: { type: string, x-text: line }
                        note: { type: [string, 'null'], maxLength: 40 }
                        tags: { type: array, items: { type: string, x-text: whatever } }
                """);

        assertEquals(
                List.of(
                        "functions/shop/contract/openapi.yaml post /v1/goods application/json.note" + SAYS,
                        "functions/shop/contract/openapi.yaml post /v1/goods application/json.tags[]" + SAYS),
                FreeTexts.undecided(house));
    }
}
