package dev.vitrine.platform.edge;

import java.util.List;
import java.util.Optional;

/// An expected refusal, on its way to the caller as a problem document. Thrown, or carried by a failed `Uni`.
///
/// `detail` and `errors` are shown to the caller: no secret and no internal name goes in.
public final class Problem extends RuntimeException {
    private final ProblemType type;
    private final String detail;
    private final List<FieldError> errors;

    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of(), null);
    }

    public Problem(ProblemType type, String detail, Throwable cause) {
        this(type, detail, List.of(), cause);
    }

    public Problem(ProblemType type, List<FieldError> errors) {
        this(type, null, errors, null);
    }

    private Problem(ProblemType type, String detail, List<FieldError> errors, Throwable cause) {
        super(type.uri() + (detail == null ? " " + errors : " " + detail), cause);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    public static Problem at(ProblemType type, String field, String detail) {
        return new Problem(type, List.of(new FieldError(field, detail)));
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
}
