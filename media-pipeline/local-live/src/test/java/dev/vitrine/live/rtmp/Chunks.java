package dev.vitrine.live.rtmp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Writes chunks as encoders do, with every choice the specification leaves them.
final class Chunks {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// A basic header in the shortest form that holds the id.
    Chunks basic(int format, int id) {
        if (id < 64) {
            out.write(format << 6 | id);
        } else if (id < 320) {
            out.write(format << 6);
            out.write(id - 64);
        } else {
            out.write(format << 6 | 1);
            out.write(id - 64 & 0xff);
            out.write(id - 64 >> 8);
        }
        return this;
    }

    Chunks full(int id, long time, int length, int type, int streamId) {
        basic(0, id).time(time).u24(length).u8(type);
        out.writeBytes(
                ByteBuffer.allocate(4).putInt(Integer.reverseBytes(streamId)).array());
        return extension(time);
    }

    Chunks time(long time) {
        return u24((int) Math.min(time, 0xFFFFFF));
    }

    Chunks extension(long time) {
        return time >= 0xFFFFFF ? u32(time) : this;
    }

    /// A whole message of format 0 cut at `chunkBytes`, its continuations with the extended timestamp if there is one.
    Chunks message(int id, int chunkBytes, Message message) {
        byte[] body = message.body();
        full(id, message.timestamp(), body.length, message.type(), message.streamId());
        for (int at = 0; at < body.length; at += chunkBytes) {
            if (at > 0) {
                basic(3, id).extension(message.timestamp());
            }
            out.write(body, at, Math.min(chunkBytes, body.length - at));
        }
        return this;
    }

    Chunks control(int type, int value) {
        return message(
                2,
                128,
                new Message(type, 0, 0, ByteBuffer.allocate(4).putInt(value).array()));
    }

    Chunks u8(int value) {
        out.write(value);
        return this;
    }

    Chunks u24(int value) {
        return u8(value >> 16).u8(value >> 8).u8(value);
    }

    Chunks u32(long value) {
        return u8((int) (value >> 24)).u24((int) value);
    }

    Chunks raw(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
