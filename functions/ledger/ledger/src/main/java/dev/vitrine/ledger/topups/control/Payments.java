package dev.vitrine.ledger.topups.control;

import dev.vitrine.ledger.topups.entity.PaymentNotice;
import dev.vitrine.ledger.topups.entity.TopUp;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/// Port to a payment provider with a page of its own, such as Stripe's or Alipay's: the buyer pays there, and
/// the provider tells by a signed callback.
public interface Payments {

    /// As the callback's address names it.
    String provider();

    /// @param payUrl where the buyer pays
    record Session(String id, URI payUrl) {}

    /// Opens a session, once a top-up. Fails with `PaymentsUnavailable` when the provider does not.
    Uni<Session> open(TopUp topUp);

    /// Reads a callback.
    ///
    /// @param headers names in lower case
    /// @throws dev.vitrine.ledger.entity.MoneyRefusal.NotGenuine when the provider did not send it, or not now
    /// @throws dev.vitrine.model.InvalidValue when it is genuine and cannot be read
    PaymentNotice read(Map<String, String> headers, String body, Instant now);
}
