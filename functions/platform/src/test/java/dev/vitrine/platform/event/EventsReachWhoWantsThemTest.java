package dev.vitrine.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.vitrine.model.EventType;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.platform.json.Json;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventsReachWhoWantsThemTest {
    private static final EventType OPENED = new EventType("dev.vitrine.shop.opened.v1");
    private static final EventType CLOSED = new EventType("dev.vitrine.shop.closed.v1");

    private final List<String> heard = new ArrayList<>();
    private final EventRouter router = EventRouter.of("the shop")
            .on(OPENED, data -> data.path("by").asText(), (event, by) -> hear(event.subject() + " by " + by));

    @Test
    void anEventGoesToWhoTakesItsType() {
        take(router, OPENED);

        assertEquals(List.of("shop-1 by ann"), heard);
    }

    @Test
    void aTypeThatNobodyTakesFailsAndNamesWhoDoesNotSubscribe() {
        var refused = assertThrows(InvalidValue.class, () -> take(router, CLOSED));

        assertEquals("type", refused.field());
        assertEquals("is not one that the shop subscribes to: " + CLOSED, refused.allowed());
    }

    @Test
    void othersAreAskedAboutTypesThatNobodyTakes() {
        var open = router.others(event -> hear("other").replaceWith(event.type().equals(CLOSED)));

        take(open, CLOSED);
        take(open, OPENED);
        var refused =
                assertThrows(InvalidValue.class, () -> take(open, new EventType("dev.vitrine.shop.burnt-down.v1")));

        assertEquals(List.of("other", "shop-1 by ann", "other"), heard);
        assertTrue(refused.getMessage().contains("burnt-down"));
    }

    @Test
    void oneTypeHasOneTaker() {
        assertThrows(
                IllegalStateException.class, () -> router.on(OPENED, data -> data, (event, data) -> hear("again")));
    }

    private Uni<Void> hear(String what) {
        return Uni.createFrom().item(what).invoke(heard::add).replaceWithVoid();
    }

    private static void take(EventRouter router, EventType type) {
        var event = new CloudEvent(
                UUID.randomUUID(),
                type,
                "/shop",
                "shop-1",
                Instant.EPOCH,
                Json.object().put("by", "ann"));
        var message = new SQSMessage();
        message.setBody(CloudEventJson.write(event));
        router.take(message).await().indefinitely();
    }
}
