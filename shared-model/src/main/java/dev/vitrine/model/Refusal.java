package dev.vitrine.model;

import java.util.Map;

/// An expected "no" of a capability's rules, on its way to whoever asked. Nothing has changed.
///
/// Every capability has one sealed subclass with a case for each thing that it refuses; the case says which
/// problem it is, so that the edge renders it without knowing the capability. The message is shown to the
/// caller: no secret and no internal name goes in. It carries no stack, since it tells of no defect.
public abstract class Refusal extends RuntimeException {
    private final ProblemType type;

    protected Refusal(ProblemType type, String message) {
        super(message, null, false, false);
        this.type = type;
    }

    public final ProblemType type() {
        return type;
    }

    /// Whole numbers that the problem document tells beside its message, by name: `missing`, where something was
    /// too little.
    public Map<String, Long> members() {
        return Map.of();
    }
}
