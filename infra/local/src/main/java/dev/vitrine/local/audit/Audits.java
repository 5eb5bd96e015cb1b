package dev.vitrine.local.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Which audits there are: the contracts of all capabilities say it.
public final class Audits {
    private static final String BELOW = "/v1/audits/";

    private Audits() {}

    /// @param functions the folder that holds a folder for each capability
    /// @return paths such as `/v1/audits/ledger`, in their order
    public static List<String> in(Path functions) {
        try (var capabilities = Files.list(functions)) {
            return capabilities
                    .map(capability -> capability.resolve("contract/openapi.yaml"))
                    .filter(Files::isRegularFile)
                    .flatMap(Audits::of)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + functions, unreadable);
        }
    }

    private static Stream<String> of(Path contract) {
        try (var text = Files.newBufferedReader(contract)) {
            var document = new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(text);
            return document.get("paths") instanceof Map<?, ?> paths
                    ? paths.keySet().stream().map(Object::toString).filter(path -> path.startsWith(BELOW))
                    : Stream.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + contract, unreadable);
        }
    }
}
