package dev.vitrine.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever set it up reads which setting it is, and what it may be.
class ASettingOutOfItsBoundsIsRefusedTest {
    private static final Map<String, Converter<?>> KINDS = Map.of(
            "count", new Setting.Count(),
            "amount", new Setting.Amount(),
            "patience", new Setting.Patience(),
            "period", new Setting.Period(),
            "period-or-none", new Setting.PeriodOrNone());

    @ParameterizedTest
    @CsvSource({
        "count, 0, must be from 1 to 1000000",
        "count, 1000001, must be from 1 to 1000000",
        "count, many, must be a whole number from 1 to 1000000",
        "count, 9223372036854775808, must be a whole number from 1 to 1000000",
        "amount, -1, must be from 1 to 1000000",
        "patience, 0S, must be from PT0.001S to PT15M",
        "patience, 16M, must be from PT0.001S to PT15M",
        "patience, P-1D, must be from PT0.001S to PT15M",
        "period, 0S, must be from PT1S to PT8784H",
        "period, P367D, must be from PT1S to PT8784H",
        "period-or-none, PT-1S, must be from PT0S to PT8784H",
    })
    void itIsNamedWithItsBounds(String kind, String value, String bounds) {
        var message = assertThrows(IllegalArgumentException.class, () -> read(kind, value))
                .getMessage();

        assertTrue(message.contains("vitrine.shop." + kind), message);
        assertTrue(message.contains(bounds), message);
    }

    @Test
    void whatIsInBoundsIsTaken() {
        assertEquals(1_000_000, read("count", "1000000"));
        assertEquals(1_000_000L, read("amount", "1000000"));
        assertEquals(Duration.ofMillis(1_500), read("patience", "1500MS"));
        assertEquals(Duration.ofDays(366), read("period", "P366D"));
        assertEquals(Duration.ZERO, read("period-or-none", "P0D"));
    }

    private static Object read(String kind, String value) {
        return new SmallRyeConfigBuilder()
                .withDefaultValue("vitrine.shop." + kind, value)
                .build()
                .getValue("vitrine.shop." + kind, KINDS.get(kind));
    }
}
