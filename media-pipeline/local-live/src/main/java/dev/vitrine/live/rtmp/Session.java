package dev.vitrine.live.rtmp;

import dev.vitrine.live.PublishAuthorizer;
import dev.vitrine.live.PublishAuthorizer.Accepted;
import dev.vitrine.live.PublishAuthorizer.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The conversation behind the handshake: connect, createStream, publish, media, and its end.
final class Session {
    private static final System.Logger LOG = System.getLogger(Session.class.getName());
    /// The only application: `rtmp://host/live`.
    private static final String APPLICATION = "live";

    /// No question begins later than this after the first: encoders wait about ten seconds for the answer.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration AGAIN = Duration.ofMillis(250);
    private static final int PING_REQUEST = 6;
    private static final int PING_BYTES = 6;

    private final PublishAuthorizer authorizer;
    private final Function<String, Optional<Publication>> claim;
    private final ChunkWriter out;
    private final Replies replies;
    private boolean connected;
    private boolean leaving;
    private volatile Publication publication;

    /// @param claim makes a channel's publication, or answers empty when somebody has the channel
    Session(PublishAuthorizer authorizer, Function<String, Optional<Publication>> claim, ChunkWriter out) {
        this.authorizer = authorizer;
        this.claim = claim;
        this.out = out;
        this.replies = new Replies(out);
    }

    Optional<Publication> publication() {
        return Optional.ofNullable(publication);
    }

    Replies replies() {
        return replies;
    }

    void handle(Message message) throws IOException, MediaRefused, StreamOver {
        if (publication != null) {
            publication.admit(message);
        }
        switch (message.type()) {
            case Message.AUDIO -> published(message).audio(message);
            case Message.VIDEO -> published(message).video(message);
            case Message.COMMAND_AMF0, Message.COMMAND_AMF3 -> command(Command.of(message));
            case Message.DATA_AMF0, Message.DATA_AMF3 -> data(message);
            case Message.USER_CONTROL -> userControl(message);
            case Message.AGGREGATE -> {
                for (Message part : Aggregate.parts(message)) {
                    handle(part);
                }
            }
            default -> {} // acknowledgements, peer bandwidth: nothing to do about them
        }
    }

    private Publication published(Message message) throws ProtocolViolation {
        if (publication == null) {
            throw new ProtocolViolation("media (message type " + message.type() + ") before publish");
        }
        return publication;
    }

    private void data(Message message) {
        if (publication == null) {
            return;
        }
        try {
            Amf0Reader values = Command.values(message, Message.DATA_AMF3);
            Object name = values.value();
            if ("@setDataFrame".equals(name)) {
                name = values.value();
            }
            if ("onMetaData".equals(name) && values.hasMore() && values.value() instanceof Map<?, ?> metadata) {
                publication.describe(metadata);
            }
        } catch (ProtocolViolation e) {
            // words about the stream are a courtesy: its headers say what counts
            LOG.log(System.Logger.Level.INFO, "{0}: metadata left aside: {1}", publication.channel(), e.getMessage());
        }
    }

    private void userControl(Message message) throws IOException {
        byte[] body = message.body();
        if (body.length >= PING_BYTES && body[0] == 0 && body[1] == PING_REQUEST) {
            out.pong(ByteBuffer.wrap(body, 2, 4).getInt());
        }
    }

    private void command(Command command) throws IOException, StreamOver {
        double transaction = command.transaction();
        switch (command.name()) {
            case "connect" -> connect(command);
            case "createStream" -> {
                requireConnected(command);
                replies.streamCreated(transaction);
            }
            case "releaseStream", "FCPublish", "_checkbw" -> replies.done(transaction);
            case "publish" -> publish(command);
            case "FCUnpublish" -> leaving(transaction);
            case "closeStream", "deleteStream" -> unpublish();
            case "play", "play2" -> {
                replies.playRefused();
                throw new StreamOver(EndReason.PROTOCOL_VIOLATION, "asked to play");
            }
            default -> LOG.log(System.Logger.Level.DEBUG, "command {0} is not known", printable(command.name()));
        }
    }

    private void connect(Command command) throws IOException, StreamOver {
        String application = command.member("app").replaceFirst("\\?.*", "").replaceFirst("/+$", "");
        if (!application.equals(APPLICATION)) {
            replies.connectRejected(command.transaction(), "The application is " + APPLICATION + ".");
            throw new StreamOver(EndReason.PROTOCOL_VIOLATION, "application " + printable(application));
        }
        connected = true;
        replies.connected(command.transaction());
    }

    private void publish(Command command) throws IOException, StreamOver {
        requireConnected(command);
        if (publication != null) {
            throw new ProtocolViolation("published twice on one connection");
        }
        Optional<StreamKey> key = StreamKey.of(command.text(1));
        if (key.isEmpty()) {
            throw refuse("no usable stream key");
        }
        switch (decision(key.get())) {
            case Accepted(String channel) -> publication = claim.apply(channel).orElse(null);
            case Refused(String reason) -> throw refuse(reason);
        }
        if (publication == null) {
            throw refuse("the channel has a publisher");
        }
        replies.publishing();
    }

    private PublishAuthorizer.Decision decision(StreamKey key) throws IOException, StreamOver {
        long since = System.nanoTime();
        while (true) {
            try {
                return authorizer.authorize(key.hash());
            } catch (RuntimeException e) {
                if (System.nanoTime() - since > PATIENCE.toNanos()) {
                    LOG.log(System.Logger.Level.ERROR, "no answer about a stream key", e);
                    replies.failed("The stream key cannot be checked now.");
                    throw new StreamOver(EndReason.DISCONNECTED, "authorizer failed: " + e);
                }
                LOG.log(System.Logger.Level.WARNING, "no answer about a stream key, asked again: {0}", e.toString());
                pause();
            }
        }
    }

    private static void pause() throws StreamOver {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamOver(EndReason.SHUTDOWN, "interrupted");
        }
    }

    /// The publisher is told the same whatever the reason: a guessed key learns nothing.
    private StreamOver refuse(String reason) throws IOException {
        replies.badName("This stream key cannot publish now.");
        return new StreamOver(EndReason.DISCONNECTED, "publish refused: " + reason);
    }

    /// An encoder that says so goes on to close its stream: who closes first looks like a failure to it.
    private void leaving(double transaction) throws IOException {
        leaving = true;
        replies.done(transaction);
    }

    /// Whether the encoder has said that it stops: then a connection that closes is no loss.
    boolean isLeaving() {
        return leaving;
    }

    private void unpublish() throws IOException, StreamOver {
        if (publication != null) {
            replies.unpublished();
            throw new StreamOver(EndReason.UNPUBLISHED, "the encoder stopped");
        }
    }

    private void requireConnected(Command command) throws ProtocolViolation {
        if (!connected) {
            throw new ProtocolViolation(printable(command.name()) + " before connect");
        }
    }

    private static String printable(String text) {
        String line = text.length() > 40 ? text.substring(0, 40) : text;
        return line.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
