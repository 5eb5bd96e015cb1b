package dev.vitrine.live.rtmp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ChunksBecomeMessagesTest {
    private static final int MAX = 1 << 20;

    @Property(tries = 300)
    void whateverTheChunkSizeAndStream(
            @ForAll @IntRange(min = 1, max = 70_000) int chunkBytes,
            @ForAll @IntRange(min = 3, max = 65_599) int id,
            @ForAll @LongRange(min = 0, max = 0xFFFFFFFFL) long time,
            @ForAll @IntRange(max = 20_000) int length,
            @ForAll long seed)
            throws IOException {
        byte[] body = new byte[length];
        new Random(seed).nextBytes(body);
        Message sent = new Message(Message.VIDEO, time, 1, body);
        byte[] bytes = new Chunks()
                .control(Message.SET_CHUNK_SIZE, chunkBytes)
                .message(id, chunkBytes, sent)
                .message(id, chunkBytes, sent)
                .bytes();

        List<Message> read = read(bytes);

        assertEquals(2, read.size());
        for (Message message : read) {
            assertEquals(time, message.timestamp());
            assertEquals(1, message.streamId());
            assertArrayEquals(body, message.body());
        }
    }

    @Test
    void interleavedMessagesAreKeptApart() throws IOException {
        byte[] bytes = new Chunks()
                .control(Message.SET_CHUNK_SIZE, 2)
                .full(4, 10, 4, Message.AUDIO, 1)
                .raw((byte) 'a', (byte) 'u')
                .full(6, 11, 3, Message.VIDEO, 1)
                .raw((byte) 'v', (byte) 'i')
                .basic(3, 4)
                .raw((byte) 'd', (byte) 'i')
                .basic(3, 6)
                .raw((byte) 'd')
                .bytes();
        List<Message> read = read(bytes);
        assertEquals("audi", new String(read.get(0).body()));
        assertEquals("vid", new String(read.get(1).body()));
    }

    @Test
    void shortHeadersCountOnFromTheLast() throws IOException {
        byte[] bytes = new Chunks()
                .full(4, 1000, 1, Message.AUDIO, 1)
                .raw((byte) 0)
                .basic(1, 4)
                .u24(23)
                .u24(2)
                .u8(Message.AUDIO)
                .raw((byte) 1, (byte) 1)
                .basic(2, 4)
                .u24(21)
                .raw((byte) 2, (byte) 2)
                .basic(3, 4)
                .raw((byte) 3, (byte) 3)
                .bytes();
        assertEquals(
                List.of(1000L, 1023L, 1044L, 1065L),
                read(bytes).stream().map(Message::timestamp).toList());
    }

    @Test
    void anExtendedStepIsAddedAndWraps() throws IOException {
        byte[] bytes = new Chunks()
                .full(4, 0xFFFFFFF0L, 1, Message.AUDIO, 1)
                .raw((byte) 0)
                .basic(2, 4)
                .u24(0xFFFFFF)
                .u32(0x1000010L)
                .raw((byte) 1)
                .bytes();
        assertEquals(
                List.of(0xFFFFFFF0L, 0x1000000L),
                read(bytes).stream().map(Message::timestamp).toList());
    }

    @Test
    void continuationsWithoutTheExtendedTimestampAreUnderstood() throws IOException {
        byte[] bytes = new Chunks()
                .control(Message.SET_CHUNK_SIZE, 8)
                .full(4, 0x2000000, 16, Message.VIDEO, 1)
                .raw("01234567".getBytes())
                .basic(3, 4)
                .raw("89abcdef".getBytes())
                .bytes();
        assertEquals("0123456789abcdef", new String(read(bytes).getFirst().body()));
    }

    @Test
    void anAbortedMessageIsDropped() throws IOException {
        byte[] bytes = new Chunks()
                .full(4, 0, 200, Message.VIDEO, 1)
                .raw(new byte[128])
                .control(Message.ABORT, 4)
                .full(4, 5, 1, Message.VIDEO, 1)
                .raw((byte) 7)
                .bytes();
        List<Message> read = read(bytes);
        assertEquals(1, read.size());
        assertArrayEquals(new byte[] {7}, read.getFirst().body());
    }

    @Test
    void boundsAreKept() {
        refused("message of", new Chunks().full(4, 0, 0xFFFFFF, Message.VIDEO, 1));
        refused("chunk size", new Chunks().control(Message.SET_CHUNK_SIZE, 0));
        refused("chunk size", new Chunks().control(Message.SET_CHUNK_SIZE, -1));
        refused("before any full header", new Chunks().basic(3, 9));
        refused("before any full header", new Chunks().basic(1, 9));
        Chunks streams = new Chunks();
        for (int id = 3; id < 70; id++) {
            streams.full(id, 0, 1, Message.AUDIO, 1).raw((byte) 0);
        }
        refused("chunk streams", streams);
        Chunks unfinished = new Chunks().control(Message.SET_CHUNK_SIZE, MAX);
        for (int id = 3; id < 6; id++) {
            unfinished.full(id, 0, MAX, Message.VIDEO, 1).raw(new byte[MAX]);
            unfinished.control(Message.SET_CHUNK_SIZE, MAX - 1);
            unfinished.full(id + 10, 0, MAX, Message.VIDEO, 1).raw(new byte[MAX - 1]);
        }
        refused("unfinished", unfinished);
    }

    private static void refused(String why, Chunks chunks) {
        ProtocolViolation violation = assertThrows(ProtocolViolation.class, () -> read(chunks.bytes()));
        assertEquals(true, violation.getMessage().contains(why), violation.getMessage());
    }

    private static List<Message> read(byte[] bytes) throws IOException {
        RtmpInput in = new RtmpInput(new ByteArrayInputStream(bytes));
        ChunkReader reader = new ChunkReader(in, MAX);
        List<Message> messages = new ArrayList<>();
        while (!in.atEnd()) {
            reader.next().ifPresent(messages::add);
        }
        return messages;
    }
}
