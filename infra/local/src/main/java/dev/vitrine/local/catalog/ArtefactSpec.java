package dev.vitrine.local.catalog;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One `function.zip`.
///
/// @param capability the folder of `functions` that holds the artefact's own folder
/// @param schema the database schema and role of the same name, if it has a database
/// @param connections how many connections to the database a process of it may open, where its function does not say
/// @param buckets what its functions that use objects may read and write
/// @param publicPrefixes keys of the media bucket that begin so are anyone's to read
/// @param secrets variable to the name of a secret that the deployment makes once and keeps
public record ArtefactSpec(
        String name,
        String capability,
        Optional<String> schema,
        int connections,
        List<String> buckets,
        List<String> publicPrefixes,
        Map<String, String> secrets) {
    public ArtefactSpec {
        buckets = List.copyOf(buckets);
        publicPrefixes = List.copyOf(publicPrefixes);
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    }

    /// Where the artefact is built, and where an archive keeps its package and migrations.
    ///
    /// @param functions the folder of all capabilities
    public Path folder(Path functions) {
        return functions.resolve(capability).resolve(name);
    }

    /// Real events of one of its functions.
    public Path samples(Path functions, String function) {
        return functions.resolve(capability).resolve("samples").resolve(function + ".json");
    }

    /// The variable that tells a function the name of a bucket.
    public static String bucketVariable(String bucket) {
        return "VITRINE_" + bucket.replace('-', '_').toUpperCase(java.util.Locale.ROOT) + "_BUCKET";
    }
}
