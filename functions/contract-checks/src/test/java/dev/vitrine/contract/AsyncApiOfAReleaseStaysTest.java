package dev.vitrine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncApiOfAReleaseStaysTest {
    private static final String CONTRACT = """
            asyncapi: 3.0.0
            channels:
              room:
                address: /v1/sockets
                messages:
                  say: { payload: { $ref: '#/components/schemas/Say' } }
                  item: { payload: { oneOf: [{ $ref: '#/components/schemas/Said' }, { $ref: '#/components/schemas/Left' }] } }
              objects:
                address: /media/index.json
                messages:
                  index: { payload: { type: object, properties: { slot: { type: integer } } } }
            operations:
              send: { action: receive, channel: { $ref: '#/channels/room' }, messages: [{ $ref: '#/channels/room/messages/say' }] }
              hear: { action: send, channel: { $ref: '#/channels/room' }, messages: [{ $ref: '#/channels/room/messages/item' }] }
              read: { action: send, channel: { $ref: '#/channels/objects' } }
            components:
              schemas:
                Say: { type: object, required: [text], properties: { text: { type: string, maxLength: 100 }, tone: { type: string } } }
                Said: { type: object, required: [text], properties: { text: { type: string } } }
                Left: { type: object, properties: { viewer: { type: string } } }
            """;

    @TempDir
    Path root;

    @Test
    void aChannelIsGone() throws IOException {
        told("/v1/sockets: channel is gone", "address: /v1/sockets", "address: /v2/sockets");
    }

    @Test
    void anOperationIsGone() throws IOException {
        told("read: operation is gone", "  read:", "  look:");
    }

    @Test
    void aMessageIsGone() throws IOException {
        told("read index: message is gone", "      index:", "      list:");
    }

    @Test
    void aFieldThatIsSentIsRequired() throws IOException {
        told(
                "send say.tone: is required now",
                "Say: { type: object, required: [text]",
                "Say: { type: object, required: [text, tone]");
    }

    @Test
    void aBoundOfWhatIsSentIsNarrowed() throws IOException {
        told("send say.text: maxLength was 100, is 99", "maxLength: 100", "maxLength: 99");
    }

    @Test
    void aFieldThatIsReadIsGone() throws IOException {
        told("hear item.viewer: is gone", "viewer: { type: string }", "person: { type: string }");
        told("read index.slot: is gone", "slot: { type: integer }", "place: { type: integer }");
    }

    @Test
    void oneOfSeveralMessagesIsGone() throws IOException {
        told("hear item: no longer may be Left", ", { $ref: '#/components/schemas/Left' }]", "]");
    }

    private void told(String what, String part, String instead) throws IOException {
        var now = CONTRACT.replace(part, instead);
        if (now.equals(CONTRACT)) {
            throw new AssertionError("the contract does not hold " + part);
        }
        assertEquals(List.of(what), new AHouse(root).asyncApi(CONTRACT, now));
    }
}
