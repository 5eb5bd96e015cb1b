package dev.vitrine.platform.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.platform.json.Json;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class LogLineIsOneJsonObjectTest {
    private final ExtLogRecord record =
            new ExtLogRecord(Level.ERROR, "room %s \"ended\"\nbadly", ExtLogRecord.FormatStyle.PRINTF, "here");

    @Test
    void whateverAMessageHoldsItIsOneLine() {
        record.setLoggerName("dev.vitrine.rooms");
        record.setParameters(new Object[] {"17"});
        record.setMdc(Map.of("AWSRequestId", "r-1"));
        record.setThrown(new IllegalStateException("two\nlines"));

        var text = new JsonLines().format(record);

        assertEquals(1, text.lines().count());
        var line = Json.read(text);
        assertEquals("room 17 \"ended\"\nbadly", line.path("message").asText());
        assertEquals("ERROR", line.path("level").asText());
        assertEquals("dev.vitrine.rooms", line.path("logger").asText());
        assertEquals("r-1", line.path("AWSRequestId").asText());
        assertTrue(line.path("error").asText().startsWith("java.lang.IllegalStateException: two\nlines"));
    }
}
