package dev.vitrine.local;

import dev.vitrine.local.payments.PaymentsSandbox;

/// The payment sandbox's own motion: sessions that expire, callbacks. Its routes are the edge's.
record PaymentsPart(PaymentsSandbox sandbox) implements Service {

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public void start() {
        sandbox.start();
    }

    @Override
    public void stop() {
        sandbox.close();
    }
}
