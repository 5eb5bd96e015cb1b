package dev.vitrine.rooms.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vitrine.platform.test.GatewayCall;
import jakarta.enterprise.context.ApplicationScoped;

/// Asks the contract as the gateway does.
@ApplicationScoped
class Api {
    private final RoomsApi api;

    Api(RoomsApi api) {
        this.api = api;
    }

    GatewayCall ask(String route) {
        return new GatewayCall(route, api::answer);
    }

    /// A streamer's new room.
    String room(String streamer, String title) {
        return ask("POST /v1/rooms")
                .as(streamer, "streamer")
                .body("{\"title\":\"" + title + "\"}")
                .go()
                .expect(201)
                .body()
                .get("id")
                .textValue();
    }

    /// A streamer's room that has a key, and the key.
    String key(String streamer, String room) {
        return ask("POST /v1/rooms/{id}/stream-key")
                .id(room)
                .as(streamer, "streamer")
                .go()
                .expect(200)
                .body()
                .get("streamKey")
                .textValue();
    }

    JsonNode read(String room) {
        return ask("GET /v1/rooms/{id}").id(room).go().body();
    }
}
