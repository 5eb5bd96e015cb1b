package dev.vitrine.platform.deployment;

import dev.vitrine.platform.log.JsonLinesRecorder;
import io.quarkus.deployment.IsProduction;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.LogConsoleFormatBuildItem;

/// Makes packaged functions log JSON; tests keep Quarkus's text.
public class JsonLogProcessor {

    @BuildStep(onlyIf = IsProduction.class)
    @Record(ExecutionTime.RUNTIME_INIT)
    LogConsoleFormatBuildItem logJson(JsonLinesRecorder recorder) {
        return new LogConsoleFormatBuildItem(recorder.formatter());
    }
}
