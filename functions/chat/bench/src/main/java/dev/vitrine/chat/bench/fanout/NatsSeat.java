package dev.vitrine.chat.bench.fanout;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/// A connection by NATS's text protocol (docs.nats.io, "NATS Protocol": CONNECT, SUB, PUB, MSG, PING, PONG).
final class NatsSeat implements Seat {
    private static final String END = "\r\n";

    private final NetSocket socket;
    private final String room;
    private final int seats;
    private final Tally tally;
    private final FrameReader reader;
    private final RandomGenerator random;
    private final NatsCarrier.Taps taps;
    private final RecordParser parser = RecordParser.newDelimited(END);
    private final Promise<Seat> entered = Promise.promise();
    private final Cursor unnumbered = new Cursor(0);
    private boolean payloadNext;
    private boolean leaving;

    NatsSeat(
            NetSocket socket,
            String room,
            int seats,
            Tally tally,
            FrameReader reader,
            RandomGenerator random,
            NatsCarrier.Taps taps) {
        this.socket = socket;
        this.room = room;
        this.seats = seats;
        this.tally = tally;
        this.reader = reader;
        this.random = random;
        this.taps = taps;
    }

    /// Done when the server has taken the subscription: it answers in order.
    Future<Seat> enter() {
        parser.handler(this::take);
        socket.handler(parser);
        socket.closeHandler(_ -> {
            if (!leaving && !entered.tryFail("the connection was closed")) {
                tally.broken();
            }
        });
        socket.write(
                "CONNECT {\"verbose\":false,\"pedantic\":false}" + END + "SUB " + room + " 1" + END + "PING" + END);
        return entered.future();
    }

    private void take(Buffer record) {
        if (payloadNext) {
            payloadNext = false;
            parser.delimitedMode(END);
            tally.heard(
                    reader.item(record.getString(0, record.length() - END.length())), unnumbered, System.nanoTime());
            return;
        }
        var line = record.toString();
        if (line.startsWith("MSG ")) {
            payloadNext = true;
            var bytes = Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
            parser.fixedSizeMode(bytes + END.length());
        } else if (line.equals("PING")) {
            socket.write("PONG" + END);
        } else if (line.equals("PONG")) {
            entered.tryComplete(this);
        }
    }

    void publish(String payload) {
        socket.write("PUB " + room + " " + payload.getBytes(StandardCharsets.UTF_8).length + END + payload + END);
    }

    @Override
    public void say(Mark mark) {
        tally.accepted(seats);
        publish(PeerItems.danmaku(mark.text(random)));
    }

    @Override
    public void like(int more) {
        taps.add(more);
    }

    @Override
    public void leave() {
        leaving = true;
        socket.close();
    }
}
