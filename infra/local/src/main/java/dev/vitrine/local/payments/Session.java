package dev.vitrine.local.payments;

import dev.vitrine.local.payments.Notice.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One payment from its opening to the last word about it.
///
/// @param notices in the order in which they are told
record Session(
        String id,
        PaymentRequest request,
        Instant openedAt,
        Instant expiresAt,
        SessionState state,
        List<Notice> notices) {
    /// How many times a callback that is sent with duplicates arrives.
    static final int COPIES = 3;

    Session {
        notices = List.copyOf(notices);
    }

    static Session open(String id, PaymentRequest request, Instant now, SandboxSettings settings) {
        return new Session(id, request, now, now.plus(settings.lifetime()), SessionState.OPEN, List.of());
    }

    /// The buyer decided. A session that is not open any more stays as it is: a form may be sent twice.
    ///
    /// @param ids for events
    Session decided(Choice choice, Instant now, Supplier<String> ids) {
        var current = expired(now, ids);
        if (current.state != SessionState.OPEN) {
            return current;
        }
        return switch (choice) {
            case PAY -> current.with(SessionState.PAID, Notice.of(ids.get(), Kind.SUCCEEDED, now, 1));
            case REFUSE -> current.with(SessionState.REFUSED, Notice.of(ids.get(), Kind.REFUSED, now, 1));
            case PAY_LATE ->
                current.endingAt(now)
                        .expired(now, ids)
                        .with(SessionState.PAID, Notice.of(ids.get(), Kind.SUCCEEDED, now, 1));
            case PAY_WITH_DUPLICATES ->
                current.with(SessionState.PAID, Notice.of(ids.get(), Kind.SUCCEEDED, now, COPIES));
        };
    }

    /// Expires an open session whose time is over.
    Session expired(Instant now, Supplier<String> ids) {
        return state == SessionState.OPEN && !now.isBefore(expiresAt)
                ? with(SessionState.EXPIRED, Notice.of(ids.get(), Kind.EXPIRED, now, 1))
                : this;
    }

    /// What is to be told next; the one behind it waits for its fate.
    Optional<Notice> next() {
        return notices.stream().filter(Notice::waiting).findFirst();
    }

    /// When the session moves by itself, empty once its story is over.
    Optional<Instant> wakeAt() {
        return state == SessionState.OPEN ? Optional.of(expiresAt) : next().map(Notice::dueAt);
    }

    boolean over() {
        return wakeAt().isEmpty();
    }

    /// With a newer version of one of its notices.
    Session with(Notice changed) {
        return new Session(
                id,
                request,
                openedAt,
                expiresAt,
                state,
                notices.stream()
                        .map(notice -> notice.id().equals(changed.id()) ? changed : notice)
                        .toList());
    }

    private Session with(SessionState next, Notice told) {
        var all = new ArrayList<>(notices);
        all.add(told);
        return new Session(id, request, openedAt, expiresAt, next, all);
    }

    private Session endingAt(Instant end) {
        return new Session(id, request, openedAt, end, state, notices);
    }
}
