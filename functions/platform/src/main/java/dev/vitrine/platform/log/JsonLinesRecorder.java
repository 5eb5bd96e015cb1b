package dev.vitrine.platform.log;

import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import java.util.Optional;
import java.util.logging.Formatter;

/// Hands the formatter to Quarkus when a function starts.
@Recorder
public class JsonLinesRecorder {

    public RuntimeValue<Optional<Formatter>> formatter() {
        return new RuntimeValue<>(Optional.of(new JsonLines()));
    }
}
