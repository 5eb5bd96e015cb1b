package dev.vitrine.model;

import static dev.vitrine.model.Currency.CNY;
import static dev.vitrine.model.Currency.COIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MoneyAddsUpTest {

    @Property
    void sumsAreExactOrRefused(@ForAll long a, @ForAll long b) {
        var exact = BigInteger.valueOf(a).add(BigInteger.valueOf(b));
        var first = new Money(a, COIN);
        var second = new Money(b, COIN);

        if (exact.bitLength() < Long.SIZE) {
            assertEquals(new Money(exact.longValueExact(), COIN), first.plus(second));
            assertEquals(first, first.plus(second).minus(second));
        } else {
            assertEquals(
                    "amount",
                    assertThrows(InvalidValue.class, () -> first.plus(second)).field());
        }
    }

    @Property
    void productsAreExactOrRefused(@ForAll long minor, @ForAll long count) {
        var exact = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(count));
        if (exact.bitLength() < Long.SIZE) {
            assertEquals(
                    exact.longValueExact(), new Money(minor, COIN).times(count).minor());
        } else {
            assertThrows(InvalidValue.class, () -> new Money(minor, COIN).times(count));
        }
    }

    @Example
    void currenciesDoNotMix() {
        var coins = new Money(1, COIN);
        assertThrows(InvalidValue.class, () -> coins.plus(new Money(1, CNY)));
        assertThrows(InvalidValue.class, () -> coins.minus(new Money(1, CNY)));
    }

    @Example
    void theSmallestAmountHasNoOpposite() {
        assertThrows(InvalidValue.class, () -> new Money(Long.MIN_VALUE, COIN).negated());
    }

    @Example
    void badCurrenciesAreRefused() {
        assertThrows(InvalidValue.class, () -> Currency.parse("coin"));
        assertThrows(InvalidValue.class, () -> Currency.parse("ABC"));
    }
}
