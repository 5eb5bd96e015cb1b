package dev.vitrine.platform.edge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// An expected refusal, on its way to the caller as a problem document. Thrown, or carried by a failed `Uni`.
///
/// `detail` and `errors` are shown to the caller: no secret and no internal name goes in.
public final class Problem extends RuntimeException {
    private final ProblemType type;
    private final String detail;
    private final List<FieldError> errors;
    private final OptionalLong missing;

    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of(), OptionalLong.empty(), null);
    }

    public Problem(ProblemType type, String detail, Throwable cause) {
        this(type, detail, List.of(), OptionalLong.empty(), cause);
    }

    public Problem(ProblemType type, List<FieldError> errors) {
        this(type, null, errors, OptionalLong.empty(), null);
    }

    private Problem(ProblemType type, String detail, List<FieldError> errors, OptionalLong missing, Throwable cause) {
        super(type.uri() + (detail == null ? " " + errors : " " + detail), cause);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.missing = missing;
    }

    /// 402: nothing was spent.
    ///
    /// @param missing how much more it needs, in minor units; the document tells it as `missing`
    public static Problem insufficient(long missing, String detail) {
        return new Problem(ProblemType.INSUFFICIENT_BALANCE, detail, List.of(), OptionalLong.of(missing), null);
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

    /// Only where something was too little.
    public OptionalLong missing() {
        return missing;
    }
}
