package dev.vitrine.ledger.boundary;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.vitrine.ledger.audit.control.AuditBooks;
import dev.vitrine.ledger.news.control.TakeNews;
import dev.vitrine.ledger.news.entity.RoomFacts;
import dev.vitrine.ledger.rankings.control.RankGifts;
import dev.vitrine.model.EventType;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.CloudEventJson;
import dev.vitrine.platform.event.QueueRecord;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/// Takes the events that the registry subscribes the ledger to, one record at a time.
public class OnEvent {
    private static final Map<EventType, String> STATES = Map.of(
            EventType.ROOM_SCHEDULED, "SCHEDULED",
            EventType.ROOM_PREPARED, "READY",
            EventType.ROOM_WENT_LIVE, "LIVE",
            EventType.ROOM_INTERRUPTED, "INTERRUPTED",
            EventType.ROOM_ENDED, "ENDED",
            EventType.ROOM_REPLAY_READY, "REPLAY_READY",
            EventType.ROOM_CANCELLED, "CANCELLED");

    private final TakeNews takeNews;
    private final RankGifts rankGifts;
    private final AuditBooks auditBooks;

    OnEvent(TakeNews takeNews, RankGifts rankGifts, AuditBooks auditBooks) {
        this.takeNews = takeNews;
        this.rankGifts = rankGifts;
        this.auditBooks = auditBooks;
    }

    @Funq("ledger-on-event")
    public Uni<Void> take(SQSMessage message) {
        return QueueRecord.take(message, body -> take(CloudEventJson.read(body)));
    }

    private Uni<Void> take(CloudEvent event) {
        var state = STATES.get(event.type());
        if (state != null) {
            return takeNews.room(room(event, state));
        }
        if (event.type().equals(EventType.LEDGER_GIFT_SENT)) {
            return rankGifts.take(Requests.uuid(text(event, "id")));
        }
        if (event.type().equals(EventType.LEDGER_VERIFICATION_ADVANCED)) {
            return auditBooks.step(
                    Requests.uuid(text(event, "verificationId")),
                    event.data().path("step").longValue());
        }
        var followed = event.type().equals(EventType.PROFILE_FOLLOWED);
        if (followed || event.type().equals(EventType.PROFILE_UNFOLLOWED)) {
            return takeNews.follows(text(event, "streamerId"), text(event, "viewerId"), followed, event.time());
        }
        throw new InvalidValue("type", "is not one that the ledger subscribes to: " + event.type());
    }

    private static RoomFacts room(CloudEvent event, String state) {
        var streamer = text(event, "streamerId");
        return new RoomFacts(
                RoomId.parse(event.subject()),
                streamer,
                event.data().path("streamerName").asText(streamer),
                text(event, "title"),
                text(event, "kind"),
                state,
                event.time());
    }

    private static String text(CloudEvent event, String field) {
        var value = event.data().path(field).textValue();
        if (value == null) {
            throw new InvalidValue(field, "is required and must be a string");
        }
        return value;
    }
}
