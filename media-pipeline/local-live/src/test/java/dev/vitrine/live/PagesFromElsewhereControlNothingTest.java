package dev.vitrine.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Even with the right token, which none of them has.
class PagesFromElsewhereControlNothingTest {
    private static final int READ_MILLIS = 10_000;

    @TempDir
    Path folder;

    @Test
    void aForeignNameAndAForeignPageAreRefusedBeforeTheToken() throws Exception {
        try (TestBucket bucket = new TestBucket(folder.resolve("s3"));
                LiveHost host = new LiveHost(folder.resolve("data"), bucket.store())) {
            String here = "Host: 127.0.0.1:" + host.controlPort() + "\r\n";
            for (String path : new String[] {"/channels/x", "/jobs/x", "/ingest/a/b/0-1.m4s", "/nothing"}) {
                for (String head : new String[] {
                    "Host: evil.example\r\n",
                    here + "Origin: https://evil.example\r\n",
                    here + "Sec-Fetch-Site: cross-site\r\n"
                }) {
                    String answer = answer(host.controlPort(), "GET " + path, head);
                    assertTrue(answer.startsWith("HTTP/1.1 403"), path + " " + head + answer);
                }
            }
            assertEquals(
                    "HTTP/1.1 404",
                    answer(host.controlPort(), "GET /channels/x", here).substring(0, 12));
        }
    }

    private static String answer(int port, String request, String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(READ_MILLIS);
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\n" + head + "Authorization: Bearer " + LiveHost.TOKEN + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes("HTTP/1.1 403".length()), StandardCharsets.US_ASCII);
        }
    }
}
