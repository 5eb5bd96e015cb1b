package dev.vitrine.bench.coldstart;

/// The ways in which one of our functions is started.
enum Variant {
    NATIVE('d', ", native"),
    JVM('e', ", JVM"),
    JVM_WITH_CACHE('e', ", JVM and AOT cache");

    private final char group;
    private final String suffix;

    Variant(char group, String suffix) {
        this.group = group;
        this.suffix = suffix;
    }

    char group() {
        return group;
    }

    String suffix() {
        return suffix;
    }

    /// The function's name without what a variant added.
    static String function(String name) {
        var comma = name.indexOf(',');
        return comma < 0 ? name : name.substring(0, comma);
    }
}
