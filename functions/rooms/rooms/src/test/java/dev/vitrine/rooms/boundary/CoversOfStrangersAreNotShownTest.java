package dev.vitrine.rooms.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.platform.PublicAddress;
import dev.vitrine.platform.hibernate.Transactions;
import dev.vitrine.rooms.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rooms of the time when a cover could be at any web address.
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class CoversOfStrangersAreNotShownTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api api;
    private final Transactions transactions;
    private final PublicAddress address;

    CoversOfStrangersAreNotShownTest(Api api, Transactions transactions, PublicAddress address) {
        this.api = api;
        this.transactions = transactions;
        this.address = address;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://stranger.example/track.gif",
                "http://stranger.example/",
                "http://stranger.example",
                "https://me:secret@stranger.example/track.gif"
            })
    void overHttpOrWithCredentials(String cover) {
        assertEquals("null", shown(cover));
    }

    @Test
    void oneOverHttpsIs() {
        assertEquals("https://shop.example/a.jpg", shown("https://shop.example/a.jpg"));
    }

    @Test
    void aPictureOfTheHouseIsAtItsPresentAddress() {
        assertEquals(
                address.at("/media/covers/x.jpg").toString(), shown("http://house-of-yesterday:81/media/covers/x.jpg"));
    }

    private String shown(String cover) {
        var room = api.room("alice", "Tea at five");
        transactions
                .run(session -> session.createNativeQuery("update rooms set cover_url = :cover where id = :id")
                        .setParameter("cover", cover)
                        .setParameter("id", UUID.fromString(room))
                        .executeUpdate())
                .await()
                .atMost(PATIENCE);
        return api.read(room).get("coverUrl").asText();
    }
}
