package dev.vitrine.local.catalog;

import java.util.List;
import java.util.regex.Pattern;

/// Names of environment variables that the file may set.
final class Variables {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern RESERVED = Pattern.compile(
            "_.*|AWS_.*|LAMBDA_.*|QUARKUS_FUNQY_EXPORT|QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE|PATH|JAVA_HOME|LD_LIBRARY_PATH|TZ");

    private Variables() {}

    /// The keys of a section that may be set; the others are problems.
    static List<String> named(Section section) {
        return section.keys().stream().filter(name -> allowed(section, name)).toList();
    }

    private static boolean allowed(Section section, String name) {
        if (!FORM.matcher(name).matches()) {
            section.problem(name, "must be an upper-case variable name");
            return false;
        }
        if (RESERVED.matcher(name).matches()) {
            section.problem(name, "is set by the runtime");
            return false;
        }
        return true;
    }
}
