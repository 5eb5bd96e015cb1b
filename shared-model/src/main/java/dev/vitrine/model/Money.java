package dev.vitrine.model;

import java.util.Objects;

/// An amount in whole minor units (fen, cents, coins) of one currency; may be below zero. Arithmetic is
/// exact: what does not fit, or would mix currencies, is refused and never rounded or wrapped.
public record Money(long minor, Currency currency) {
    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /// @throws InvalidValue when the currencies differ or the sum does not fit
    public Money plus(Money other) {
        same(other);
        try {
            return new Money(Math.addExact(minor, other.minor), currency);
        } catch (ArithmeticException overflow) {
            throw tooLarge(overflow);
        }
    }

    /// @throws InvalidValue when the currencies differ or the difference does not fit
    public Money minus(Money other) {
        same(other);
        try {
            return new Money(Math.subtractExact(minor, other.minor), currency);
        } catch (ArithmeticException overflow) {
            throw tooLarge(overflow);
        }
    }

    /// @throws InvalidValue when the product does not fit
    public Money times(long count) {
        try {
            return new Money(Math.multiplyExact(minor, count), currency);
        } catch (ArithmeticException overflow) {
            throw tooLarge(overflow);
        }
    }

    /// @throws InvalidValue for the one amount whose opposite does not fit
    public Money negated() {
        return zero(currency).minus(this);
    }

    public boolean isPositive() {
        return minor > 0;
    }

    private void same(Money other) {
        if (currency != other.currency) {
            throw new InvalidValue("currency", "must be " + currency + ", is " + other.currency);
        }
    }

    private static InvalidValue tooLarge(ArithmeticException overflow) {
        return new InvalidValue("amount", "must fit in 64 bits of minor units", overflow);
    }
}
