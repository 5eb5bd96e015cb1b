package dev.vitrine.ledger.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.model.ProblemType;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 9110, 12.5.1.
class AcceptIsReadWithItsWeightsTest {
    private static final List<String> OFFERED = List.of(MediaTypes.JSON, MediaTypes.CSV, MediaTypes.PDF);

    private static String chosen(String accept) {
        var headers = accept == null ? Map.<String, String>of() : Map.of("accept", accept);
        return MediaTypes.choose(
                new HttpRequest("r", "GET /x", Map.of(), Map.of(), headers, Optional.empty(), ""), OFFERED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|application/json",
                "*/*|application/json",
                "text/csv|text/csv",
                "TEXT/CSV; charset=utf-8|text/csv",
                "application/json;q=0.1, text/csv;q=0.9|text/csv",
                "application/json;q=0, */*|text/csv",
                "application/*;q=0.5, application/pdf|application/pdf",
                "text/*, application/json;q=0.999|text/csv",
                "*/*;q=0.1, application/pdf;q=0.2|application/pdf",
                "application/json;q=0.0, application/*|application/pdf",
                "image/png, application/pdf; q=0.001|application/pdf",
                "text/csv, application/json|application/json"
            })
    void theHeaviestIsGivenAndTheClosestRangeCounts(String accept, String media) {
        assertEquals(media, chosen(accept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "*/*;q=0", "application/json;q=0", "text/*;q=0.000, image/*"})
    void nothingThatIsWantedIsNotAcceptable(String accept) {
        assertEquals(
                ProblemType.NOT_ACCEPTABLE,
                assertThrows(Problem.class, () -> chosen(accept)).type());
    }
}
