package dev.vitrine.live.rtmp;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// The commands the server answers with (specification 7.2; codes as encoders know them).
final class Replies {
    /// The one message stream a connection gets.
    static final int STREAM_ID = 1;
    /// Bytes between two acknowledgements, both ways.
    static final int WINDOW_BYTES = 2_500_000;

    private final ChunkWriter out;

    Replies(ChunkWriter out) {
        this.out = out;
    }

    void connected(double transaction) throws IOException {
        out.windowAcknowledgementSize(WINDOW_BYTES);
        out.peerBandwidth(WINDOW_BYTES);
        out.chunkSize();
        Map<String, Object> server = new LinkedHashMap<>();
        server.put("fmsVer", "FMS/3,0,1,123");
        server.put("capabilities", 31.0);
        Map<String, Object> information =
                information("status", "NetConnection.Connect.Success", "Connection succeeded.");
        information.put("objectEncoding", 0.0);
        out.command(0, "_result", transaction, server, information);
    }

    void connectRejected(double transaction, String why) throws IOException {
        out.command(0, "_error", transaction, null, information("error", "NetConnection.Connect.Rejected", why));
    }

    void streamCreated(double transaction) throws IOException {
        out.command(0, "_result", transaction, null, (double) STREAM_ID);
    }

    void done(double transaction) throws IOException {
        out.command(0, "_result", transaction, null, null);
    }

    void publishing() throws IOException {
        out.streamBegin(STREAM_ID);
        status("status", "NetStream.Publish.Start", "Publishing.");
    }

    /// Unknown key, or a channel that somebody pushes into already.
    void badName(String why) throws IOException {
        status("error", "NetStream.Publish.BadName", why);
    }

    /// Media or rates that are not taken.
    void rejected(String why) throws IOException {
        status("error", "NetStream.Publish.Rejected", why);
    }

    void failed(String why) throws IOException {
        status("error", "NetStream.Publish.Failed", why);
    }

    void playRefused() throws IOException {
        status("error", "NetStream.Play.Failed", "Nothing is played from here.");
    }

    void unpublished() throws IOException {
        status("status", "NetStream.Unpublish.Success", "Stopped publishing.");
    }

    private void status(String level, String code, String description) throws IOException {
        out.command(STREAM_ID, "onStatus", 0.0, null, information(level, code, description));
    }

    private static Map<String, Object> information(String level, String code, String description) {
        Map<String, Object> information = new LinkedHashMap<>();
        information.put("level", level);
        information.put("code", code);
        information.put("description", description);
        return information;
    }
}
