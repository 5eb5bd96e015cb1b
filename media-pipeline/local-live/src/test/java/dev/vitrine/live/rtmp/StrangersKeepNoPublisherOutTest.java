package dev.vitrine.live.rtmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrangersKeepNoPublisherOutTest {
    private static final int CROWD = 100;

    private final List<Socket> strangers = new ArrayList<>();
    private Recording recording;

    @BeforeEach
    void serve() throws Exception {
        recording = new Recording(RtmpLimits.DEFAULTS, "room", "other");
    }

    @AfterEach
    void close() throws Exception {
        for (Socket stranger : strangers) {
            stranger.close();
        }
        recording.close();
    }

    private void crowd(String from, int size) throws Exception {
        for (int i = 0; i < size; i++) {
            strangers.add(new Socket(
                    InetAddress.getByName("127.0.0.1"), recording.server.port(), InetAddress.getByName(from), 0));
        }
    }

    @Test
    void idleConnectionsOfItsOwnAddressShutNoPublisherOut() throws Exception {
        crowd("127.0.0.1", CROWD);
        try (Publisher publisher = Publisher.publishing(recording, "sk_room")) {
            publisher.headers();
            publisher.frame(0);
            assertEquals("room", recording.next().channel());
        }
    }

    @Test
    void idleConnectionsOfManyAddressesShutNoPublisherOut() throws Exception {
        for (int host = 2; host < 10; host++) {
            crowd("127.0.0." + host, CROWD / 5);
        }
        try (Publisher publisher = Publisher.publishing(recording, "sk_room")) {
            publisher.headers();
            publisher.frame(0);
            assertEquals("room", recording.next().channel());
        }
    }

    @Test
    void whoPublishesNeverGivesWay() throws Exception {
        try (Publisher first = Publisher.publishing(recording, "sk_room")) {
            first.headers();
            first.frame(0);
            Recording.Stream stream = recording.next();
            crowd("127.0.0.1", CROWD);
            try (Publisher second = Publisher.publishing(recording, "sk_other")) {
                second.headers();
                second.frame(0);
                assertEquals("other", recording.next().channel());
            }
            first.frame(33);
            first.command("FCUnpublish", null, "sk_room");
            assertEquals(EndReason.UNPUBLISHED, stream.ended().reason());
        }
    }

    @Test
    void aCrowdOfStrangersMakesOneLineASecond() throws Exception {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public synchronized void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(RtmpServer.class.getPackageName());
        logger.addHandler(handler);
        long began = System.nanoTime();
        try {
            crowd("127.0.0.1", 10 * CROWD);
            recording.close();
        } finally {
            logger.removeHandler(handler);
        }
        long seconds = (System.nanoTime() - began) / 1_000_000_000L;
        assertTrue(lines.size() <= seconds + 2, lines.size() + " lines in " + seconds + " s: " + lines);
        assertTrue(!lines.isEmpty(), "they are told of");
    }
}
