package dev.vitrine.live.rtmp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A message that holds others (specification 7.1.6): FLV tags, each followed by its length. Their timestamps count
/// from that of the first, which is the aggregate's own.
final class Aggregate {
    private static final Set<Integer> MEDIA =
            Set.of(Message.AUDIO, Message.VIDEO, Message.DATA_AMF0, Message.DATA_AMF3);
    private static final int HEADER_BYTES = 11;
    private static final int BACK_POINTER_BYTES = 4;

    private Aggregate() {}

    static List<Message> parts(Message aggregate) throws ProtocolViolation {
        ByteBuffer in = ByteBuffer.wrap(aggregate.body());
        List<Message> parts = new ArrayList<>();
        long first = -1;
        while (in.remaining() >= HEADER_BYTES) {
            int type = in.get() & 0xff;
            int size = unsigned24(in);
            long timestamp = unsigned24(in) | (in.get() & 0xffL) << 24;
            unsigned24(in); // the stream is the aggregate's
            if (!MEDIA.contains(type) || size > in.remaining()) {
                throw new ProtocolViolation(
                        "aggregate message with a part of type " + type + " and " + size + " bytes");
            }
            byte[] body = new byte[size];
            in.get(body);
            in.position(Math.min(in.limit(), in.position() + BACK_POINTER_BYTES));
            first = first < 0 ? timestamp : first;
            long at = aggregate.timestamp() + timestamp - first & 0xffffffffL;
            parts.add(new Message(type, at, aggregate.streamId(), body));
        }
        return parts;
    }

    private static int unsigned24(ByteBuffer in) {
        return (in.get() & 0xff) << 16 | (in.get() & 0xff) << 8 | in.get() & 0xff;
    }
}
