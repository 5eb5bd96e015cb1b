package dev.vitrine.ledger.topups.entity;

import java.util.UUID;

/// What a provider tells of a payment, after its signature was checked.
///
/// @param event the provider's id of what it tells
/// @param session what the provider calls the payment
/// @param currency as the provider writes it
public record PaymentNotice(String event, Type type, UUID topUp, String session, long amount, String currency) {

    public enum Type {
        SUCCEEDED,
        REFUSED,
        EXPIRED
    }
}
