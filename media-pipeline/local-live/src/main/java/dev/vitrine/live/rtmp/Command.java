package dev.vitrine.live.rtmp;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/// A command message (7.1.1): its name, transaction and the values behind them.
record Command(String name, double transaction, List<Object> arguments) {
    static Command of(Message message) throws ProtocolViolation {
        Amf0Reader values = values(message, Message.COMMAND_AMF3);
        if (!(values.value() instanceof String name)) {
            throw new ProtocolViolation("command without a name");
        }
        double transaction = values.hasMore() && values.value() instanceof Double number ? number : 0;
        return new Command(name, transaction, values.rest());
    }

    /// What the command object holds under a name, or an empty text.
    String member(String name) {
        Object object = arguments.isEmpty() ? null : arguments.getFirst();
        return object instanceof Map<?, ?> members && members.get(name) instanceof String text ? text : "";
    }

    /// The n-th argument behind the command object, or an empty text.
    String text(int n) {
        return arguments.size() > n && arguments.get(n) instanceof String text ? text : "";
    }

    /// An AMF3 message of this kind is a zero byte and AMF0 values.
    static Amf0Reader values(Message message, int amf3Type) throws ProtocolViolation {
        if (message.type() != amf3Type) {
            return new Amf0Reader(message.body());
        }
        if (message.body().length == 0 || message.body()[0] != 0) {
            throw new ProtocolViolation("AMF3 values are not supported");
        }
        return new Amf0Reader(ByteBuffer.wrap(message.body(), 1, message.body().length - 1));
    }
}
