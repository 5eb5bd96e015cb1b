package dev.vitrine.local.identity;

import dev.vitrine.local.catalog.Catalog;
import dev.vitrine.local.catalog.FunctionSpec;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Who is who among callers of the cloud's APIs: each function signs with an access key of its own, as it has an
/// execution role of its own on AWS. What it may do with it is what the registry says.
public final class Identities {
    private static final String PREFIX = "function-";

    private final Map<String, FunctionSpec> byAccessKey;
    private final UnaryOperator<String> secrets;

    /// @param secrets the secret key that belongs to the name of a function
    public Identities(Catalog catalog, UnaryOperator<String> secrets) {
        this.byAccessKey = catalog.functions().values().stream()
                .collect(Collectors.toUnmodifiableMap(function -> PREFIX + function.name(), function -> function));
        this.secrets = secrets;
    }

    /// What a function signs with.
    public Credentials of(FunctionSpec function) {
        return new Credentials(PREFIX + function.name(), secrets.apply(function.name()));
    }

    /// The function that an access key belongs to.
    public Optional<FunctionSpec> function(String accessKey) {
        return Optional.ofNullable(byAccessKey.get(accessKey));
    }
}
