package dev.vitrine.it.faults;

import static dev.vitrine.it.support.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vitrine.it.support.Api;
import dev.vitrine.it.support.ChatSocket;
import dev.vitrine.it.support.Chatting;
import dev.vitrine.it.support.Cloud;
import dev.vitrine.it.support.SharedCloud;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// A row that the database refuses for what is in it, whenever it is tried: it is set aside, and holds up no
/// other.
class APoisonRowIsLivedThroughTest {
    private static final Duration KEPT_WITHIN = Duration.ofSeconds(30);
    private static final String POISON = "arsenic and old lace";
    private static final String CHECK_VIOLATED = "23514";

    private final Cloud cloud = SharedCloud.get();

    @Test
    void whatIsSaidBeforeAndAfterItIsKept() throws Exception {
        var streamer = cloud.as("poisoned", "streamer");
        var room = Chatting.openRoom(cloud, streamer, "Poisoned");
        var kept = new ArrayList<Long>();
        try (var database = database();
                var reader = Chatting.enterAsGuest(cloud, room);
                var speaker = Chatting.enter(cloud, room, "poisoner", "viewer")) {
            run(database, "alter table chat.messages add constraint poison check (text <> '" + POISON + "') not valid");
            try {
                kept.add(said(speaker, "before"));
                var poison = said(speaker, POISON);
                for (var text : List.of("after", "long after", "much later")) {
                    kept.add(said(speaker, text));
                }

                reader.awaitItem(
                        "it is heard all the same", item -> item.toString().contains(POISON));
                eventually("all others are kept", KEPT_WITHIN, () -> history(streamer, room), kept::equals);
                assertEquals(List.of(poison + " " + CHECK_VIOLATED), setAside(database, room));
            } finally {
                run(database, "alter table chat.messages drop constraint poison");
            }
        }
    }

    /// As often as it takes to be within the rate that one viewer has.
    private static long said(ChatSocket speaker, String text) {
        return eventually("it is taken", KEPT_WITHIN, () -> speaker.say(text), reply -> reply.path("ok")
                        .asBoolean())
                .path("seq")
                .asLong();
    }

    private static List<Long> history(Api streamer, String room) {
        JsonNode page = streamer.get("/v1/rooms/" + room + "/chat/messages?limit=100")
                .expect(200)
                .json();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(message -> message.path("seq").asLong())
                .sorted()
                .toList();
    }

    private Connection database() throws IOException, SQLException {
        var secrets =
                new ObjectMapper().readTree(cloud.data().resolve("secrets.json").toFile());
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + (cloud.port() + 1) + "/vitrine",
                "postgres",
                secrets.path("postgresPassword").asText());
    }

    private static void run(Connection database, String statement) throws SQLException {
        try (var sql = database.createStatement()) {
            sql.execute(statement);
        }
    }

    private static List<String> setAside(Connection database, String room) throws SQLException {
        try (var sql = database.prepareStatement("select seq, state from chat.set_aside where room_id = ?::uuid")) {
            sql.setString(1, room);
            var rows = new ArrayList<String>();
            try (var row = sql.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getLong(1) + " " + row.getString(2));
                }
            }
            return rows;
        }
    }
}
