package dev.vitrine.platform.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vitrine.platform.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/// A log record as one line of JSON: `at, level, logger, message, function, trace`, what the record's context adds
/// (`AWSRequestId`), and `error` with its stack.
///
/// Function and trace come from where Lambda puts them: one process works on one invocation at a time.
public final class JsonLines extends ExtFormatter {
    private static final String FUNCTION = "AWS_LAMBDA_FUNCTION_NAME";
    private static final String TRACE = "com.amazonaws.xray.traceHeader";

    @Override
    public String format(ExtLogRecord record) {
        var line = Json.object();
        line.put("at", record.getInstant().toString());
        line.put("level", record.getLevel().getName());
        line.put("logger", record.getLoggerName());
        line.put("message", record.getFormattedMessage());
        put(line, "function", System.getenv(FUNCTION));
        put(line, "trace", System.getProperty(TRACE));
        record.getMdcCopy().forEach(line::put);
        if (record.getThrown() != null) {
            line.put("error", stack(record.getThrown()));
        }
        return Json.write(line) + "\n";
    }

    private static void put(ObjectNode line, String name, String value) {
        if (value != null) {
            line.put(name, value);
        }
    }

    private static String stack(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
