package dev.vitrine.it.upgrade;

import static dev.vitrine.it.support.Eventually.eventually;
import static dev.vitrine.it.upgrade.Deeds.ANN;
import static dev.vitrine.it.upgrade.Deeds.AUDITOR;
import static dev.vitrine.it.upgrade.Deeds.BOB;
import static dev.vitrine.it.upgrade.Deeds.OPERATOR;
import static dev.vitrine.it.upgrade.Deeds.PATIENCE;
import static dev.vitrine.it.upgrade.Deeds.STREAMER;

import dev.vitrine.it.support.Paying;
import java.util.Map;

/// Money that comes in and goes out, with a refusal on each side.
record MoneyMoves(House house) {

    void buyCoins() {
        Paying.buy(house.as(ANN), "coins-1000");
        Paying.buy(house.as(BOB), "coins-5000");
        var refused = Paying.start(house.as(BOB), "coins-60");
        Paying.choose(refused, "refuse");
        Paying.await(house.as(BOB), refused, "REFUSED");
    }

    void withdraw() {
        eventually(
                "income is payable",
                PATIENCE,
                () -> house.as(STREAMER).get("/v1/income").expect(200).json(),
                income -> income.path("payable").asLong() > 370);
        decide(withdrawal(100), "APPROVE");
        decide(withdrawal(120), "REFUSE");
        withdrawal(150);
        eventually(
                "the chains are sealed",
                PATIENCE,
                () -> house.as(AUDITOR).get("/v1/audit/chain").expect(200).json(),
                chain -> chain.toString().contains("\"hash\""));
    }

    private String withdrawal(int coins) {
        return house.as(STREAMER)
                .post("/v1/withdrawals", Map.of("coins", coins), Paying.key())
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private void decide(String withdrawal, String decision) {
        house.as(OPERATOR)
                .post(
                        "/v1/withdrawals/" + withdrawal + "/decision",
                        Map.of("decision", decision, "reason", "for the fixture"))
                .expect(200);
    }
}
