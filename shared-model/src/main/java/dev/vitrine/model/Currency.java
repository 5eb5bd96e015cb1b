package dev.vitrine.model;

import java.util.Arrays;

/// What money is counted in: `COIN` is the platform's own, bought and given as gifts; the others are ISO
/// 4217.
///
/// Amounts are whole minor units; `digits` places the point for readers. The ledger's table `currencies`
/// says the same.
public enum Currency {
    COIN(0),
    CNY(2),
    USD(2),
    EUR(2),
    JPY(0);

    private final int digits;

    Currency(int digits) {
        this.digits = digits;
    }

    /// Digits behind the point of the major unit.
    public int digits() {
        return digits;
    }

    /// @throws InvalidValue when it is none of them, in exactly this form
    public static Currency parse(String code) {
        return Arrays.stream(values())
                .filter(currency -> currency.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("currency", "must be one of " + Arrays.toString(values())));
    }
}
