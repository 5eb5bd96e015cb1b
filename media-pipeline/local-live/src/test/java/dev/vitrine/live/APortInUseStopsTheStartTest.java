package dev.vitrine.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.live.ffmpeg.Ffmpegs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class APortInUseStopsTheStartTest {
    @TempDir
    Path folder;

    @Test
    void theMessageNamesThePort() throws Exception {
        try (TestBucket bucket = new TestBucket(folder.resolve("s3"));
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertEquals("control port " + port + " cannot be bound", refusal(bucket, port, 0));
            assertEquals("RTMP port " + port + " cannot be bound", refusal(bucket, 0, port));
        }
    }

    private String refusal(TestBucket bucket, int controlPort, int rtmpPort) {
        LiveConfig config = new LiveConfig(
                folder.resolve("live"),
                "http://127.0.0.1:1",
                controlPort,
                rtmpPort,
                LiveHost.TOKEN,
                LiveHost.JOBS_TOKEN,
                LiveHost.SESSION_KEY,
                List.of());
        Notifications none = new Notifications() {
            @Override
            public void stream(String json) {}

            @Override
            public void job(String json) {}
        };
        LocalLive live = new LocalLive(
                config, hash -> new PublishAuthorizer.Refused("NO"), none, bucket.store(), Ffmpegs.shared());
        return assertThrows(IOException.class, live::start).getMessage();
    }
}
