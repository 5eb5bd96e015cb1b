package dev.vitrine.ledger.boundary;

import dev.vitrine.ledger.entity.Person;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.Moments;
import dev.vitrine.model.ProblemType;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.edge.Caller;
import dev.vitrine.platform.edge.HttpRequest;
import dev.vitrine.platform.edge.IdempotencyKey;
import dev.vitrine.platform.edge.PathFields;
import dev.vitrine.platform.edge.Problem;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// What several endpoints read out of a request.
public final class Requests {
    private static final int LONGEST_CODE = 40;

    private Requests() {}

    public static Person person(HttpRequest request) {
        return person(request.requireCaller());
    }

    public static String subject(HttpRequest request) {
        return person(request).subject();
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
        return role(request, Caller.AUDITOR);
    }

    private static Person role(HttpRequest request, String role) {
        return person(request.requireCaller().require(role));
    }

    private static Person person(Caller caller) {
        return new Person(caller.subject(), caller.name());
    }

    /// @throws Problem 400 when there is none, or in a form that is not allowed
    public static String key(HttpRequest request) {
        return IdempotencyKey.required(request).value();
    }

    public static RoomId roomId(HttpRequest request) {
        return PathFields.of(request).room("id");
    }

    public static UUID id(HttpRequest request) {
        return PathFields.of(request).uuid("id");
    }

    public static YearMonth month(HttpRequest request) {
        return PathFields.of(request).read("month", Requests::month);
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
        return Moments.day("day", text);
    }

    public static YearMonth month(String text) {
        return Moments.month("month", text);
    }

    public static Instant instant(String text) {
        return Moments.instant("instant", text);
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
