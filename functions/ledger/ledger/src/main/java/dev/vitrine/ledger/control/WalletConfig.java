package dev.vitrine.ledger.control;

import dev.vitrine.model.Currency;
import dev.vitrine.platform.Setting;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The bounds of wallets and withdrawals.
@ConfigMapping(prefix = "vitrine.wallet")
public interface WalletConfig {

    /// How long a buyer has to pay.
    @WithDefault("PT30M")
    @WithConverter(Setting.Period.class)
    Duration payWithin();

    /// Top-ups of a person that wait for payment at once.
    @WithDefault("20")
    @WithConverter(Setting.Count.class)
    int mostOpenTopUps();

    /// What a coin of income is paid out with, in minor units of `payoutCurrency`.
    @WithDefault("10")
    @WithConverter(Setting.Amount.class)
    long coinWorth();

    @WithDefault("CNY")
    Currency payoutCurrency();

    /// How long an operator has to decide about a withdrawal; the longest that a hold lives.
    @WithDefault("P30D")
    @WithConverter(AtMostAHold.class)
    Duration decideWithin();
}
