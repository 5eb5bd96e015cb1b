package dev.vitrine.local.payments;

import io.helidon.webserver.http.HttpService;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/// The sandbox as a whole: what the local cloud starts, serves and stops.
public final class PaymentsSandbox implements AutoCloseable {
    private static final String PATH = "/local/payments";
    private static final int ID_BYTES = 18;

    private final SecureRandom random = new SecureRandom();
    private final SandboxSettings settings;
    private final Clock clock;
    private final SessionBook book;
    private final Callbacks callbacks;
    private final PaymentsService service;

    /// @param folder for sessions; those of an earlier run are found
    /// @param secret merchants prove themselves with it, and callbacks are signed with it
    /// @param publicUrl of the edge, without a trailing slash
    public PaymentsSandbox(Path folder, String secret, String publicUrl, Clock clock) {
        this(folder, secret, publicUrl, clock, SandboxSettings.DEFAULT);
    }

    PaymentsSandbox(Path folder, String secret, String publicUrl, Clock clock, SandboxSettings settings) {
        this.settings = settings;
        this.clock = clock;
        book = new SessionBook(new SessionFiles(folder), settings.maxSessions());
        callbacks =
                new Callbacks(book, new CallbackSender(secret, settings, clock), settings, clock, () -> newId("evt_"));
        service = new PaymentsService(this, new MerchantSecret(secret), addressAt(publicUrl));
    }

    /// What merchants call, at a local cloud with this public address.
    public static String addressAt(String publicUrl) {
        return publicUrl + PATH;
    }

    /// The routes, below `/local`.
    public HttpService service() {
        return service;
    }

    /// Goes on where an earlier run stopped.
    public void start() {
        book.all().forEach(callbacks::plan);
    }

    Opening open(PaymentRequest request) {
        var opening = book.open(Session.open(newId("pay_"), request, clock.instant(), settings));
        if (opening instanceof Opening.Opened(var session)) {
            callbacks.plan(session);
        }
        return opening;
    }

    /// The session as it is now, also if nobody has yet noticed that its time is over.
    Optional<Session> find(String id) {
        return book.change(id, session -> session.expired(clock.instant(), () -> newId("evt_")));
    }

    Optional<Session> decide(String id, Choice choice) {
        var decided = book.change(id, session -> session.decided(choice, clock.instant(), () -> newId("evt_")));
        decided.ifPresent(callbacks::plan);
        return decided;
    }

    private String newId(String prefix) {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        callbacks.close();
    }
}
