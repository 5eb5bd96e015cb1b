package dev.vitrine.model;

/// The part of an amount that its payee gets, in hundredths of a percent.
///
/// Rounding: the payee gets the whole minor units of the part, rounded down; the platform gets the
/// remainder. So both always add up to the amount, nobody is paid a unit that was not given, and a rounding
/// never costs the platform.
public record Share(int basisPoints) {
    public static final int WHOLE = 10_000;

    public Share {
        if (basisPoints < 0 || basisPoints > WHOLE) {
            throw new InvalidValue("basisPoints", "must be from 0 to " + WHOLE);
        }
    }

    /// @param payee rounded down
    /// @param platform all that is left
    public record Split(Money payee, Money platform) {}

    /// @throws InvalidValue when the amount is below zero
    public Split split(Money amount) {
        if (amount.minor() < 0) {
            throw new InvalidValue("amount", "must not be below zero");
        }
        // in two steps, so that no product leaves 64 bits
        var whole = amount.minor() / WHOLE * basisPoints;
        var rest = amount.minor() % WHOLE * basisPoints / WHOLE;
        var payee = new Money(whole + rest, amount.currency());
        return new Split(payee, amount.minus(payee));
    }
}
