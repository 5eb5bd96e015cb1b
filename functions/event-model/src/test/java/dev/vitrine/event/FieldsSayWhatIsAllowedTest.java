package dev.vitrine.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.model.Currency;
import dev.vitrine.model.InvalidValue;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FieldsSayWhatIsAllowedTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatIsMissingIsNamedWithItsPlace() {
        assertEquals("name: is required", refusal("{}", Value::text));
        assertEquals("name: is required", refusal("{\"name\":null}", Value::text));
        assertEquals(
                "name[1].en: is required",
                refusal(
                        "{\"name\":[{\"en\":\"a\"},{}]}",
                        name -> name.list(
                                element -> element.fields().required("en").text())));
    }

    @Test
    void anotherKindOfValueIsRefused() {
        assertEquals("name: must be a string", refusal("{\"name\":1}", Value::text));
        assertEquals("name: must be a UUID", refusal("{\"name\":\"1-1-1-1-1\"}", Value::uuid));
        assertEquals("name: must be a whole number of 32 bits", refusal("{\"name\":3000000000}", Value::int32));
        assertEquals("name: must be a whole number of 64 bits", refusal("{\"name\":1.5}", Value::int64));
        assertEquals("name: must be a whole number of 64 bits", refusal("{\"name\":1e30}", Value::int64));
        assertEquals("name: must be true or false", refusal("{\"name\":\"true\"}", Value::flag));
        assertEquals(
                "name: must be an RFC 3339 instant in UTC, from 1970 to 9999",
                refusal("{\"name\":\"now\"}", Value::instant));
        assertEquals(
                "name: must be a day such as 2026-11-25, from 1970 to 9999",
                refusal("{\"name\":\"2026-02-30\"}", Value::date));
        assertEquals("name: must be an absolute URI", refusal("{\"name\":\"a b\"}", Value::uri));
        assertEquals("name: must be an absolute URI", refusal("{\"name\":\"a\"}", Value::uri));
        assertEquals("name: must be a list", refusal("{\"name\":{}}", name -> name.list(Value::text)));
        assertEquals("name: must be an object", refusal("{\"name\":[]}", Value::fields));
        assertEquals("name: must be one of [COIN, CNY, USD, EUR, JPY]", refusal("{\"name\":\"ZZZ\"}", Value::currency));
    }

    @Test
    void whatNobodyAsksForIsLeftAlone() {
        var fields = Fields.of(tree("{\"more\":{\"a\":[1]},\"name\":\"EUR\"}"));
        assertEquals(Currency.EUR, fields.required("name").currency());
        assertTrue(fields.optional("less").isEmpty());
    }

    @Test
    void boundsAreNamed() {
        assertEquals("name: must be 1 to 3 characters, is 0", refusal(() -> Bounds.text("name", "", 1, 3)));
        assertEquals("name: must be from 0 to 9, is 10", refusal(() -> Bounds.number("name", 10, 0, 9)));
        assertEquals("name: must hold 0 to 1, holds 2", refusal(() -> Bounds.list("name", List.of(1, 2), 0, 1)));
        assertEquals(
                "name: must look like [a-z]+", refusal(() -> Bounds.form("name", "a1", Pattern.compile("[a-z]+"))));
    }

    /// Four code units, two characters.
    @Test
    void charactersAreCountedAsJsonSchemaCountsThem() {
        Bounds.text("name", "🎁🎁", 2, 2);
    }

    private static String refusal(String text, Function<Value, ?> reading) {
        return refusal(() -> reading.apply(Fields.of(tree(text)).required("name")));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable deed) {
        return assertThrows(InvalidValue.class, deed).getMessage();
    }

    private static com.fasterxml.jackson.databind.JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
