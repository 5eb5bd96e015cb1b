package dev.vitrine.platform.edge;

import dev.vitrine.model.ProblemType;
import dev.vitrine.model.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An expected refusal of the edge itself, on its way to the caller as a problem document. Thrown, or carried by
/// a failed `Uni`. What a capability's rules refuse is a `Refusal`; it becomes one of these at the edge.
///
/// `detail` and `errors` are shown to the caller: no secret and no internal name goes in.
public final class Problem extends RuntimeException {
    private final ProblemType type;
    private final String detail;
    private final List<FieldError> errors;
    private final Map<String, Long> members;

    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of(), Map.of(), null);
    }

    public Problem(ProblemType type, String detail, Throwable cause) {
        this(type, detail, List.of(), Map.of(), cause);
    }

    public Problem(ProblemType type, List<FieldError> errors) {
        this(type, null, errors, Map.of(), null);
    }

    private Problem(
            ProblemType type, String detail, List<FieldError> errors, Map<String, Long> members, Throwable cause) {
        super(type.uri() + (detail == null ? " " + errors : " " + detail), cause);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.members = Map.copyOf(members);
    }

    public static Problem at(ProblemType type, String field, String detail) {
        return new Problem(type, List.of(new FieldError(field, detail)));
    }

    static Problem of(Refusal refusal) {
        return new Problem(refusal.type(), refusal.getMessage(), List.of(), refusal.members(), null);
    }

    public ProblemType type() {
        return type;
    }

    /// Absent where the field errors say it all.
    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    public List<FieldError> errors() {
        return errors;
    }

    /// Whole numbers of this type of problem: `missing`, where something was too little.
    public Map<String, Long> members() {
        return members;
    }
}
