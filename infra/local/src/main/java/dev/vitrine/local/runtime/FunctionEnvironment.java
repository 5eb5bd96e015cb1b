package dev.vitrine.local.runtime;

import dev.vitrine.local.catalog.FunctionSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The environment of a function process: Lambda's own variables, the house's, the catalog's. Nothing else of the
/// parent's gets through.
public final class FunctionEnvironment {
    private static final String[] INHERITED = {"PATH", "LD_LIBRARY_PATH"};

    private final Function<FunctionSpec, Map<String, String>> house;

    public FunctionEnvironment(Function<FunctionSpec, Map<String, String>> house) {
        this.house = house;
    }

    /// @param cache is named to the process when it is there
    /// @param runtimeApi address and port
    public Map<String, String> of(FunctionSpec function, Path taskRoot, AotCache cache, String runtimeApi) {
        var environment = new LinkedHashMap<String, String>();
        for (var name : INHERITED) {
            var value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("TZ", ":UTC");
        environment.put("LANG", "en_US.UTF-8");
        if (cache.exists()) {
            environment.put(AotCache.VARIABLE, cache.file().toString());
        }
        environment.putAll(function.environment());
        environment.putAll(house.apply(function));
        environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMb()));
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        environment.put("AWS_REGION", FunctionArn.REGION);
        environment.put("AWS_DEFAULT_REGION", FunctionArn.REGION);
        environment.put("LAMBDA_TASK_ROOT", taskRoot.toString());
        environment.put("_HANDLER", function.handler());
        environment.put("QUARKUS_FUNQY_EXPORT", function.handler());
        return environment;
    }
}
