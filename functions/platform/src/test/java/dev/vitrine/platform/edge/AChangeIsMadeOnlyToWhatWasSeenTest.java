package dev.vitrine.platform.edge;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.model.ProblemType;
import dev.vitrine.platform.json.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 9110, 13.1.1.
class AChangeIsMadeOnlyToWhatWasSeenTest {
    private static final Object NOW = Json.object().put("title", "Tea");
    private static final String TAG = HttpAnswer.cacheable(1, NOW).headers().get("ETag");

    private static void change(String ifMatch) {
        new IfMatch(Optional.ofNullable(ifMatch)).require(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "TAG", "W/TAG", "\"other\", TAG"})
    void theNewestVersionIsChanged(String ifMatch) {
        assertDoesNotThrow(() -> change(ifMatch.replace("TAG", TAG)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "W/\"other\"", "other", ""})
    void anOlderOneIsNot(String ifMatch) {
        assertEquals(
                ProblemType.PRECONDITION_FAILED,
                assertThrows(Problem.class, () -> change(ifMatch)).type());
    }

    @Test
    void whoSaysNothingChangesWhatIsThere() {
        assertDoesNotThrow(() -> change(null));
    }

    @Test
    void aChangeTellsTheTagThatReadingWillTell() {
        assertEquals(TAG, HttpAnswer.changed(200, NOW).headers().get("ETag"));
    }
}
