package dev.vitrine.chat.events.boundary;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.vitrine.chat.entity.Item;
import dev.vitrine.chat.entity.ShowState;
import dev.vitrine.chat.events.control.TakeEvent;
import dev.vitrine.chat.history.control.ErasePerson;
import dev.vitrine.chat.replay.entity.Clip;
import dev.vitrine.chat.shown.control.ShowItem;
import dev.vitrine.media.event.ReplayRendered;
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
import java.util.List;
import java.util.Optional;

/// Takes the events that the registry subscribes chat to, one record at a time.
public class OnEvent {
    private final TakeEvent takeEvent;
    private final EventRouter router;

    OnEvent(TakeEvent takeEvent, ErasePerson erasePerson, ShowItem showItem) {
        this.takeEvent = takeEvent;
        router = EventRouter.of("chat")
                .on(
                        RoomScheduled.TYPE,
                        RoomScheduled::of,
                        (event, room) ->
                                quiet(event, room.roomId(), room.streamerId(), ShowState.SCHEDULED, room.channel()))
                .on(
                        RoomPrepared.TYPE,
                        RoomPrepared::of,
                        (event, room) ->
                                quiet(event, room.roomId(), room.streamerId(), ShowState.READY, room.channel()))
                .on(
                        RoomWentLive.TYPE,
                        RoomWentLive::of,
                        (event, room) -> told(event, room.roomId(), room.streamerId(), ShowState.LIVE, room.channel()))
                .on(
                        RoomInterrupted.TYPE,
                        RoomInterrupted::of,
                        (event, room) ->
                                told(event, room.roomId(), room.streamerId(), ShowState.INTERRUPTED, room.channel()))
                .on(
                        RoomEnded.TYPE,
                        RoomEnded::of,
                        (event, room) -> told(event, room.roomId(), room.streamerId(), ShowState.ENDED, room.channel()))
                .on(
                        RoomReplayReady.TYPE,
                        RoomReplayReady::of,
                        (event, room) ->
                                told(event, room.roomId(), room.streamerId(), ShowState.REPLAY_READY, room.channel()))
                .on(
                        RoomCancelled.TYPE,
                        RoomCancelled::of,
                        (event, room) ->
                                told(event, room.roomId(), room.streamerId(), ShowState.CANCELLED, room.channel()))
                .on(
                        ReplayRendered.TYPE,
                        ReplayRendered::of,
                        (_, replay) -> takeEvent.rendered(replay.channel(), clips(replay)))
                .on(
                        ProfileFollowed.TYPE,
                        ProfileFollowed::of,
                        (_, follow) -> takeEvent.follows(follow.streamerId(), follow.viewerId(), true))
                .on(
                        ProfileUnfollowed.TYPE,
                        ProfileUnfollowed::of,
                        (_, follow) -> takeEvent.follows(follow.streamerId(), follow.viewerId(), false))
                .on(
                        ProfileErasureRequested.TYPE,
                        ProfileErasureRequested::of,
                        (_, erasure) -> erasePerson.run(erasure.requestId(), erasure.personId()))
                .others(showItem::run);
    }

    @Funq("chat-on-event")
    public Uni<Void> take(SQSMessage message) {
        return router.take(message);
    }

    /// Readers hear nothing of what happens before the show.
    private Uni<Void> quiet(CloudEvent event, RoomId room, String streamer, ShowState state, Optional<String> channel) {
        return takeEvent.show(
                new TakeEvent.ShowChange(event.id(), room, streamer, state, event.time(), channel, Optional.empty()));
    }

    private Uni<Void> told(CloudEvent event, RoomId room, String streamer, ShowState state, Optional<String> channel) {
        var item = new Item.Show(event.time(), Item.Show.Event.valueOf(state.name()));
        return takeEvent.show(
                new TakeEvent.ShowChange(event.id(), room, streamer, state, event.time(), channel, Optional.of(item)));
    }

    private static List<Clip> clips(ReplayRendered replay) {
        return replay.clips().stream()
                .map(clip -> new Clip(clip.onAirAt(), clip.durationMillis()))
                .toList();
    }
}
