package dev.vitrine.platform.deployment;

import io.quarkus.deployment.IsProduction;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.builditem.ServiceStartBuildItem;
import io.quarkus.deployment.builditem.ShutdownContextBuildItem;
import io.quarkus.deployment.pkg.steps.NativeBuild;
import io.quarkus.funqy.deployment.bindings.FunqyLambdaBuildStep;
import io.quarkus.funqy.lambda.FunqyLambdaBindingRecorder;
import java.util.List;

/// Starts the Lambda poll loop in a production package for the JVM too.
///
/// Quarkus itself does so only for native executables (and in dev and test); on the JVM it expects AWS's Java
/// runtime to call a handler. With this step `./bootstrap` is the one way in, for both kinds of package.
public class JvmPollLoopProcessor {

    /// Runs last: a poll loop that starts before the other services would take an event it cannot serve yet.
    @BuildStep(onlyIf = IsProduction.class, onlyIfNot = NativeBuild.class)
    @Record(ExecutionTime.RUNTIME_INIT)
    void startPollLoop(
            FunqyLambdaBindingRecorder recorder,
            FunqyLambdaBuildStep.RuntimeComplete functionsKnown,
            ShutdownContextBuildItem shutdown,
            LaunchModeBuildItem mode,
            List<ServiceStartBuildItem> servicesStarted) {
        recorder.startPollLoop(shutdown, mode.getLaunchMode());
    }
}
