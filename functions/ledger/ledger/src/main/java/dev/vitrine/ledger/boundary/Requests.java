package dev.vitrine.ledger.boundary;

import dev.vitrine.ledger.entity.Person;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.edge.Caller;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.Problem;
import dev.vitrine.model.ProblemType;
import io.smallrye.mutiny.Uni;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// What several endpoints read out of a request.
public final class Requests {
    private static final String AUDITOR = "auditor";
    private static final int LONGEST_CODE = 40;
    private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");

    private Requests() {}

    public static Person person(HttpRequest request) {
        var caller = request.requireCaller();
        return new Person(caller.subject(), caller.name());
    }

    public static String subject(HttpRequest request) {
        return request.requireCaller().subject();
    }

    /// @throws Problem 403 for anybody else
    public static Person streamer(HttpRequest request) {
        return role(request, Caller.STREAMER);
    }

    /// @throws Problem 403 for anybody else
    public static Person operator(HttpRequest request) {
        return role(request, Caller.OPERATOR);
    }

    /// @throws Problem 403 for anybody else
    public static Person auditor(HttpRequest request) {
        return role(request, AUDITOR);
    }

    private static Person role(HttpRequest request, String role) {
        if (!request.requireCaller().is(role)) {
            throw new Problem(ProblemType.FORBIDDEN, "This needs the role " + role + ".");
        }
        return person(request);
    }

    /// @throws Problem 400 when there is none, or in a form that is not allowed
    public static String key(HttpRequest request) {
        return request.header("idempotency-key")
                .filter(key -> KEY.matcher(key).matches())
                .orElseThrow(() -> Problem.at(
                        ProblemType.MALFORMED_REQUEST,
                        "Idempotency-Key",
                        "is required and must be 1 to 255 printable ASCII characters"));
    }

    public static RoomId roomId(HttpRequest request) {
        return path(request, "id", RoomId::parse);
    }

    public static UUID id(HttpRequest request) {
        return path(request, "id", Requests::uuid);
    }

    public static YearMonth month(HttpRequest request) {
        return path(request, "month", Requests::month);
    }

    /// @throws Problem 400 when the path holds none
    private static <T> T path(HttpRequest request, String name, Function<String, T> value) {
        try {
            return value.apply(request.path().getOrDefault(name, ""));
        } catch (InvalidValue malformed) {
            throw Problem.at(ProblemType.MALFORMED_REQUEST, name, malformed.allowed());
        }
    }

    public static UUID uuid(String text) {
        return RoomId.parse(text).value();
    }

    /// Of a gift or package; whether there is one is another question.
    public static String code(String field, String text) {
        if (text.isEmpty() || text.length() > LONGEST_CODE) {
            throw new InvalidValue(field, "must be 1 to " + LONGEST_CODE + " characters");
        }
        return text;
    }

    public static long seq(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw new InvalidValue("cursor", "must be the nextCursor of a page of this list", malformed);
        }
    }

    public static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw new InvalidValue("day", "must be a day such as 2026-11-25", malformed);
        }
    }

    public static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException malformed) {
            throw new InvalidValue("month", "must be a month such as 2026-11", malformed);
        }
    }

    public static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new InvalidValue("instant", "must be an RFC 3339 instant in UTC", malformed);
        }
    }

    /// @throws Problem 400 when the parameter did not come
    public static void required(String field, Optional<?> value) {
        if (value.isEmpty()) {
            throw Problem.at(ProblemType.MALFORMED_REQUEST, field, "is required");
        }
    }

    /// Asks by query parameters: a value that is refused then is 400.
    public static <T> Uni<T> asked(Supplier<Uni<T>> question) {
        return Uni.createFrom()
                .deferred(question::get)
                .onFailure(InvalidValue.class)
                .transform(wrong -> Problem.at(
                        ProblemType.MALFORMED_REQUEST,
                        ((InvalidValue) wrong).field(),
                        ((InvalidValue) wrong).allowed()));
    }
}
