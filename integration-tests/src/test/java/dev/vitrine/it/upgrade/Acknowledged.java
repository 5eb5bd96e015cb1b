package dev.vitrine.it.upgrade;

import static dev.vitrine.it.upgrade.Deeds.ANN;
import static dev.vitrine.it.upgrade.Deeds.AUDITOR;
import static dev.vitrine.it.upgrade.Deeds.BOB;
import static dev.vitrine.it.upgrade.Deeds.GUEST;
import static dev.vitrine.it.upgrade.Deeds.STREAMER;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Asks a house, before it is killed, for what will have to be answered again.
record Acknowledged(House house) {

    /// @param rooms whose document stays as it is
    /// @param shown one of them, with everything that its show left
    List<Truths.Read> stays(List<String> rooms, String shown) {
        var stays = new ArrayList<Truths.Read>();
        for (var room : rooms) {
            stays.add(house.read(GUEST, "/v1/rooms/" + room));
        }
        stays.add(house.read(GUEST, "/v1/rooms/" + shown + "/gift-ranking"));
        stays.add(house.read(GUEST, "/v1/coin-packages"));
        for (var what : List.of("messages", "sanctions", "moderators", "acts", "reviews", "words")) {
            stays.add(house.read(STREAMER, "/v1/rooms/" + shown + "/chat/" + what));
        }
        for (var viewer : List.of(ANN, BOB)) {
            for (var what : List.of("/v1/wallet", "/v1/wallet/entries", "/v1/wallet/top-ups")) {
                stays.add(house.read(viewer, what));
            }
            stays.add(house.read(AUDITOR, "/v1/audit/accounts?owner=" + viewer.who()));
        }
        return stays;
    }

    /// Settlement goes on; what a month was given, and what was withdrawn in it, does not change.
    Truths.Earned earned() {
        var streamer = house.as(STREAMER);
        var income = streamer.get("/v1/income").expect(200).json();
        var withdrawals = new ArrayList<JsonNode>();
        streamer.get("/v1/withdrawals").expect(200).json().path("items").forEach(withdrawals::add);
        var month = YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();
        var statement = streamer.send(
                        "GET", "/v1/income/statements/" + month, null, Map.of("accept", "application/json"))
                .expect(200)
                .json();
        return new Truths.Earned(
                STREAMER.who(),
                income.path("pending").asLong()
                        + income.path("payable").asLong()
                        + income.path("held").asLong(),
                income.path("withdrawn").asLong(),
                withdrawals,
                month,
                statement);
    }

    /// The same request under the same key, and what it is answered now.
    Truths.Repeat again(Truths.Repeat asked) {
        var answer = house.give(asked.as(), asked.room(), asked.request(), asked.key());
        return new Truths.Repeat(
                asked.as(), asked.room(), asked.request(), asked.key(), answer.status(), House.anywhere(answer.json()));
    }
}
