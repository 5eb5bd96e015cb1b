package dev.vitrine.ledger.boundary;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.vitrine.chat.event.SanctionChanged;
import dev.vitrine.ledger.audit.control.AuditBooks;
import dev.vitrine.ledger.erasure.control.ErasePerson;
import dev.vitrine.ledger.event.GiftSent;
import dev.vitrine.ledger.event.VerificationAdvanced;
import dev.vitrine.ledger.news.control.TakeNews;
import dev.vitrine.ledger.news.entity.RoomFacts;
import dev.vitrine.ledger.rankings.control.RankGifts;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.event.CloudEvent;
import dev.vitrine.platform.event.EventRouter;
import dev.vitrine.profiles.event.ProfileErasureRequested;
import dev.vitrine.profiles.event.ProfileFollowed;
import dev.vitrine.profiles.event.ProfileUnfollowed;
import dev.vitrine.rooms.event.RoomCancelled;
import dev.vitrine.rooms.event.RoomEnded;
import dev.vitrine.rooms.event.RoomInterrupted;
import dev.vitrine.rooms.event.RoomPrepared;
import dev.vitrine.rooms.event.RoomReplayReady;
import dev.vitrine.rooms.event.RoomScheduled;
import dev.vitrine.rooms.event.RoomWentLive;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;

/// Takes the events that the registry subscribes the ledger to, one record at a time.
public class OnEvent {
    private final TakeNews takeNews;
    private final EventRouter router;

    OnEvent(TakeNews takeNews, ErasePerson erasePerson, RankGifts rankGifts, AuditBooks auditBooks) {
        this.takeNews = takeNews;
        this.router = EventRouter.of("the ledger")
                .on(
                        RoomScheduled.TYPE,
                        RoomScheduled::of,
                        (event, room) -> room(
                                event, "SCHEDULED", room.streamerId(), room.streamerName(), room.title(), room.kind()))
                .on(
                        RoomPrepared.TYPE,
                        RoomPrepared::of,
                        (event, room) ->
                                room(event, "READY", room.streamerId(), room.streamerName(), room.title(), room.kind()))
                .on(
                        RoomWentLive.TYPE,
                        RoomWentLive::of,
                        (event, room) ->
                                room(event, "LIVE", room.streamerId(), room.streamerName(), room.title(), room.kind()))
                .on(
                        RoomInterrupted.TYPE,
                        RoomInterrupted::of,
                        (event, room) -> room(
                                event,
                                "INTERRUPTED",
                                room.streamerId(),
                                room.streamerName(),
                                room.title(),
                                room.kind()))
                .on(
                        RoomEnded.TYPE,
                        RoomEnded::of,
                        (event, room) ->
                                room(event, "ENDED", room.streamerId(), room.streamerName(), room.title(), room.kind()))
                .on(
                        RoomReplayReady.TYPE,
                        RoomReplayReady::of,
                        (event, room) -> room(
                                event,
                                "REPLAY_READY",
                                room.streamerId(),
                                room.streamerName(),
                                room.title(),
                                room.kind()))
                .on(
                        RoomCancelled.TYPE,
                        RoomCancelled::of,
                        (event, room) -> room(
                                event, "CANCELLED", room.streamerId(), room.streamerName(), room.title(), room.kind()))
                .on(
                        ProfileFollowed.TYPE,
                        ProfileFollowed::of,
                        (event, follower) ->
                                takeNews.follows(follower.streamerId(), follower.viewerId(), true, event.time()))
                .on(
                        ProfileUnfollowed.TYPE,
                        ProfileUnfollowed::of,
                        (event, follower) ->
                                takeNews.follows(follower.streamerId(), follower.viewerId(), false, event.time()))
                .on(
                        ProfileErasureRequested.TYPE,
                        ProfileErasureRequested::of,
                        (_, erasure) -> erasePerson.run(erasure.requestId(), erasure.personId()))
                .on(
                        SanctionChanged.TYPE,
                        SanctionChanged::of,
                        (event, sanction) -> takeNews.sanction(
                                sanction.roomId(),
                                sanction.viewer(),
                                sanction.state().name(),
                                sanction.until(),
                                event.time()))
                .on(GiftSent.TYPE, GiftSent::of, (_, gift) -> rankGifts.take(gift.id()))
                .on(
                        VerificationAdvanced.TYPE,
                        VerificationAdvanced::of,
                        (_, verification) -> auditBooks.step(verification.verificationId(), verification.step()));
    }

    @Funq("ledger-on-event")
    public Uni<Void> take(SQSMessage message) {
        return router.take(message);
    }

    private Uni<Void> room(
            CloudEvent event, String state, String streamer, String streamerName, String title, String kind) {
        return takeNews.room(
                new RoomFacts(RoomId.parse(event.subject()), streamer, streamerName, title, kind, state, event.time()));
    }
}
