package dev.vitrine.manifests;

/// A rule that a manifest breaks, with the place that says it.
final class BrokenRule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenRule(String rule, String what) {
        super(rule + ": " + what);
    }
}
