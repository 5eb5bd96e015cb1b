package dev.vitrine.live.rtmp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;

/// A publisher that does exactly what a test tells it, in the right order or the wrong one.
final class Publisher implements AutoCloseable {
    private static final int CHUNK_BYTES = 4096;
    /// A 16-byte NAL unit: no picture, but the server does not look into frames.
    private static final int FRAME_BYTES = 1000;

    private final Socket socket;
    private final OutputStream out;
    private final RtmpInput in;
    private final ChunkReader answers;
    private double transaction;

    Publisher(RtmpServer server) throws IOException {
        this(server.port());
    }

    Publisher(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        out = socket.getOutputStream();
        in = new RtmpInput(socket.getInputStream());
        answers = new ChunkReader(in, 1 << 16);
    }

    static Publisher publishing(Recording recording, String key) throws IOException {
        Publisher publisher = new Publisher(recording.server);
        publisher.connect("live");
        String code = publisher.publish(key);
        if (!code.equals("NetStream.Publish.Start")) {
            throw new IOException(code);
        }
        return publisher;
    }

    void handshake() throws IOException {
        out.write(3);
        out.write(new byte[1536]);
        in.bytes(1 + 2 * 1536);
        out.write(new byte[1536]);
    }

    void connect(String application) throws IOException {
        handshake();
        send(new Chunks().control(Message.SET_CHUNK_SIZE, CHUNK_BYTES).bytes());
        command("connect", Map.of("app", application, "type", "nonprivate"));
    }

    /// Answers the status code that came back.
    String publish(String key) throws IOException {
        command("releaseStream", null, key);
        command("FCPublish", null, key);
        command("createStream", (Object) null);
        command("publish", null, key, "live");
        return status();
    }

    void headers() throws IOException {
        metadata(Map.of("width", 640.0, "height", 360.0, "framerate", 30.0, "audiocodecid", 10.0));
        video(0, CodecHeadersAreCheckedTest.hex("1700000000" + CodecHeadersAreCheckedTest.AVC_640X360));
        audio(0, CodecHeadersAreCheckedTest.hex("af001190"));
    }

    void metadata(Map<String, Object> members) throws IOException {
        byte[] body = Amf0Writer.bytes("@setDataFrame", "onMetaData", members);
        send(new Chunks()
                .message(4, CHUNK_BYTES, new Message(Message.DATA_AMF0, 0, 1, body))
                .bytes());
    }

    void frame(long time) throws IOException {
        frame(time, FRAME_BYTES);
    }

    void frame(long time, int size) throws IOException {
        byte[] body = new byte[size];
        body[0] = 0x17;
        body[1] = 1;
        video(time, body);
    }

    void video(long time, byte[] body) throws IOException {
        send(new Chunks()
                .message(6, CHUNK_BYTES, new Message(Message.VIDEO, time, 1, body))
                .bytes());
    }

    void audio(long time, byte[] body) throws IOException {
        send(new Chunks()
                .message(5, CHUNK_BYTES, new Message(Message.AUDIO, time, 1, body))
                .bytes());
    }

    void command(String name, Object... arguments) throws IOException {
        Object[] values = new Object[arguments.length + 2];
        values[0] = name;
        values[1] = ++transaction;
        System.arraycopy(arguments, 0, values, 2, arguments.length);
        byte[] body = Amf0Writer.bytes(values);
        send(new Chunks()
                .message(3, CHUNK_BYTES, new Message(Message.COMMAND_AMF0, 0, 0, body))
                .bytes());
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /// The next `onStatus` or `_error`: its code.
    String status() throws IOException {
        while (true) {
            Message message = answer();
            if (message.type() == Message.COMMAND_AMF0) {
                Command command = Command.of(message);
                if (command.name().equals("onStatus") || command.name().equals("_error")) {
                    return (String) ((Map<?, ?>) command.arguments().get(1)).get("code");
                }
            }
        }
    }

    Message answer() throws IOException {
        while (true) {
            Optional<Message> message = answers.next();
            if (message.isPresent()) {
                return message.get();
            }
        }
    }

    /// Waits for the server to close; what it says before is dropped.
    boolean closedByServer() {
        try {
            while (!in.atEnd()) {
                in.unsignedByte();
            }
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
