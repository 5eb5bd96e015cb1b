package dev.vitrine.local.payments;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// What the buyer sees: the amount, what it is for, and the ways it can end. Works without a script.
final class HostedPage {
    private static final int NONCE_BYTES = 16;
    private static final int NOT_FOUND = 404;

    private final String template = resource("payment.html");
    private final SecureRandom random = new SecureRandom();

    void send(Optional<Session> session, ServerRequest request, ServerResponse response) {
        var words = PageWords.of(
                request.headers().first(HeaderNames.ACCEPT_LANGUAGE).orElse(""));
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        var nonce = HexFormat.of().formatHex(bytes);
        if (session.isEmpty()) {
            response.status(NOT_FOUND);
        }
        response.header(HeaderNames.create("Content-Security-Policy"), policy(nonce, session))
                .header(HeaderNames.create("X-Content-Type-Options"), "nosniff")
                // with no referrer at all the form would not say that it is ours, and be refused (Origin: null)
                .header(HeaderNames.create("Referrer-Policy"), "same-origin")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.VARY, "accept-language")
                .header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .send(render(session, words, nonce));
    }

    /// Browsers hold the redirect that follows a form to `form-action` as well.
    private static String policy(String nonce, Optional<Session> session) {
        return "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src 'nonce-" + nonce
                + "'; form-action 'self'"
                + session.map(found -> " " + origin(found.request().returnUrl()))
                        .orElse("");
    }

    private static String origin(String url) {
        var address = URI.create(url);
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private String render(Optional<Session> session, PageWords words, String nonce) {
        return template.replace("{nonce}", nonce)
                .replace("{lang}", words.locale().toLanguageTag())
                .replace("{title}", words.title())
                .replace("{note}", words.note())
                .replace("{body}", session.map(found -> body(found, words)).orElse(status(words.unknown())));
    }

    private static String body(Session session, PageWords words) {
        return "<p class=\"amount\">" + escaped(amount(session.request(), words.locale())) + "</p>\n<p class=\"what\">"
                + escaped(session.request().description()) + "</p>\n"
                + switch (session.state()) {
                    case OPEN -> buttons(words);
                    case PAID -> status(words.paid()) + back(session, words);
                    case REFUSED -> status(words.refused()) + back(session, words);
                    case EXPIRED -> status(words.expired()) + back(session, words);
                };
    }

    private static String buttons(PageWords words) {
        return "<form method=\"post\">\n"
                + button(Choice.PAY, words.pay(), "")
                + button(Choice.REFUSE, words.refuse(), "")
                + "<hr>\n"
                + button(Choice.PAY_LATE, words.payLate(), words.payLateNote())
                + button(Choice.PAY_WITH_DUPLICATES, words.payWithDuplicates(), words.payWithDuplicatesNote())
                + "</form>\n";
    }

    private static String button(Choice choice, String label, String note) {
        return "<button name=\"choice\" value=\"" + choice.word + "\">" + label
                + (note.isEmpty() ? "" : "<small>" + note + "</small>") + "</button>\n";
    }

    private static String status(String text) {
        return "<p class=\"status\" role=\"status\">" + text + "</p>\n";
    }

    private static String back(Session session, PageWords words) {
        return "<a href=\"" + escaped(PaymentsService.returnAddress(session)) + "\">" + words.back() + "</a>\n";
    }

    static String amount(PaymentRequest request, Locale locale) {
        var currency = Currency.getInstance(request.currency());
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(request.amount(), digits));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (var in = HostedPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the package lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
