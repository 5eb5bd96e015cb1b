package dev.vitrine.local.payments;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Pattern;

/// What a merchant asks for.
///
/// @param reference the merchant's name for the payment; comes back in callbacks and in the return address
/// @param amount in minor units
/// @param currency ISO 4217
/// @param returnUrl where the buyer's browser goes afterwards
/// @param notifyUrl where callbacks go, on this machine
record PaymentRequest(
        String reference,
        long amount,
        String currency,
        String description,
        String returnUrl,
        String notifyUrl,
        String idempotencyKey) {
    static final int MAX_REFERENCE = 128;
    /// Stripe's bound, eight digits ("The Price object", `unit_amount` of a checkout).
    static final long MAX_AMOUNT = 99_999_999;

    static final int MAX_DESCRIPTION = 300;
    static final int MAX_URL = 2_000;
    /// Stripe's bound ("Idempotent requests").
    static final int MAX_KEY = 255;

    private static final Set<String> FIELDS =
            Set.of("reference", "amount", "currency", "description", "returnUrl", "notifyUrl", "idempotencyKey");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /// @throws IllegalArgumentException naming the field and what is allowed
    static PaymentRequest parse(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("the body must be a JSON object");
        }
        json.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException(field + ": unknown field");
            }
        });
        return new PaymentRequest(
                text(json, "reference", MAX_REFERENCE),
                amount(json),
                currency(json),
                text(json, "description", MAX_DESCRIPTION),
                address(json, "returnUrl").toString(),
                loopback(address(json, "notifyUrl")).toString(),
                text(json, "idempotencyKey", MAX_KEY));
    }

    private static String text(JsonNode json, String field, int max) {
        var value = json.path(field);
        if (!value.isTextual() || value.textValue().isBlank() || tooLong(value.textValue(), max)) {
            throw new IllegalArgumentException(
                    field + ": must be 1 to " + max + " characters, none of them a control character");
        }
        return value.textValue();
    }

    private static boolean tooLong(String value, int max) {
        return value.length() > max || value.chars().anyMatch(Character::isISOControl);
    }

    private static long amount(JsonNode json) {
        var value = json.path("amount");
        if (!value.isIntegralNumber() || !value.canConvertToLong() || outside(value.longValue())) {
            throw new IllegalArgumentException("amount: must be a whole number of minor units, 1 to " + MAX_AMOUNT);
        }
        return value.longValue();
    }

    private static boolean outside(long amount) {
        return amount < 1 || amount > MAX_AMOUNT;
    }

    private static String currency(JsonNode json) {
        try {
            return Currency.getInstance(json.path("currency").asText("")).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("currency: must be a code of ISO 4217, such as CNY", e);
        }
    }

    private static URI address(JsonNode json, String field) {
        try {
            var address = new URI(text(json, field, MAX_URL));
            if (web(address)) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(field + ": is not an address: " + e.getReason(), e);
        }
        throw new IllegalArgumentException(field + ": must be an address of http or https with a host and no user");
    }

    private static boolean web(URI address) {
        return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                && address.getHost() != null
                && address.getRawUserInfo() == null;
    }

    /// Whoever knows the secret shall not make this machine call others.
    private static URI loopback(URI address) {
        if (!LOOPBACK.matcher(address.getHost()).matches()) {
            throw new IllegalArgumentException("notifyUrl: must be on this machine: localhost, 127.x.x.x or [::1]");
        }
        return address;
    }
}
