package dev.vitrine.local.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One artefact of the file.
final class ArtefactReader {
    /// One request at a time needs one; a second one is there for what a function does beside its answer.
    static final int DEFAULT_CONNECTIONS = 2;

    static final int MAX_CONNECTIONS = 20;

    static final Pattern BUCKET = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+){0,4}");
    static final String BUCKET_RULE = "must be lower-case words joined by '-'";
    /// PostgreSQL keeps `pg_` for itself, and `public` belongs to all.
    private static final Pattern SCHEMA = Pattern.compile("(?!pg_|(public|information_schema)$)[a-z][a-z0-9_]{0,39}");

    private static final String SCHEMA_RULE =
            "must be a PostgreSQL name in lower case, not public, information_schema or pg_...";
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9-]{0,30}(/[a-z][a-z0-9-]{0,30}){0,4}/");

    private ArtefactReader() {}

    static ArtefactSpec read(String name, Section artefact) {
        artefact.allow("capability", "schema", "connections", "buckets", "publicPrefixes", "secrets");
        return new ArtefactSpec(
                name,
                artefact.optionalText("capability", CatalogReader.NAME, CatalogReader.NAME_RULE)
                        .orElse(name),
                artefact.optionalText("schema", SCHEMA, SCHEMA_RULE),
                artefact.optionalInteger("connections", 1, MAX_CONNECTIONS, DEFAULT_CONNECTIONS),
                artefact.texts("buckets", BUCKET, BUCKET_RULE),
                publicPrefixes(artefact),
                secrets(artefact));
    }

    private static List<String> publicPrefixes(Section artefact) {
        return artefact.texts("publicPrefixes", PREFIX, "must be folders of lower-case words such as covers/");
    }

    private static Map<String, String> secrets(Section artefact) {
        var secrets = new LinkedHashMap<String, String>();
        if (artefact.has("secrets")) {
            var section = artefact.section("secrets");
            for (var variable : Variables.named(section)) {
                secrets.put(variable, section.text(variable, CatalogReader.NAME, CatalogReader.NAME_RULE));
            }
        }
        return secrets;
    }
}
