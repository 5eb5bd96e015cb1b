package dev.vitrine.it.ledger;

import com.fasterxml.jackson.databind.JsonNode;

/// A gift as somebody tells of it: who was answered, the ledger's row, the event, the room. All must say the
/// same.
record Gift(String id, String room, String giver, String kind, int count, long coins, int combo) {

    /// As its giver was answered.
    static Gift answered(String room, String giver, JsonNode sent) {
        return new Gift(
                sent.path("id").asText(),
                room,
                giver,
                sent.path("gift").asText(),
                sent.path("count").asInt(),
                sent.path("coins").asLong(),
                sent.path("combo").asInt());
    }

    /// As the event tells it, and the room shows it.
    ///
    /// @param shown `GiftShown` of the contract
    static Gift shown(JsonNode shown) {
        return answered(shown.path("roomId").asText(), shown.path("name").asText(), shown);
    }
}
