package dev.vitrine.rooms.entity;

import dev.vitrine.model.RoomId;
import dev.vitrine.pipeline.Channel;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One live show: who gives it, what viewers read about it, and where it is in its life.
@Entity
@Table(name = "rooms")
public class Room {
    /// As many as one address may be among those who fetch media
    /// (docs/decisions/2026-11-30-viewers-are-playback-sessions.md).
    static final int MOST_WHO_ONLY_READ = 100;

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "streamer_id")
    private String streamerId;

    @Column(name = "streamer_name")
    private String streamerName;

    private String title;
    private String description;

    @Column(name = "cover_url")
    private String coverUrl;

    private String[] tags;

    @Enumerated(EnumType.STRING)
    private RoomKind kind;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "live_at")
    private Instant liveAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private int viewers;

    @Column(name = "peak_viewers")
    private int peakViewers;

    @Column(name = "viewers_at")
    private Instant viewersAt;

    @Column(name = "socket_viewers")
    private int socketViewers;

    @Column(name = "socket_viewers_at")
    private Instant socketViewersAt;

    @Column(name = "last_stopped")
    private String lastStopped;

    @Column(name = "key_hash")
    private String keyHash;

    @Embedded
    private StateColumns state;

    @Embedded
    private ChannelColumns channel;

    @Embedded
    private ListPosition position;

    protected Room() {}

    public static Room plan(RoomId id, Streamer streamer, NewRoom plan, Instant now) {
        var room = new Room();
        room.id = id.value();
        room.streamerId = streamer.id();
        room.streamerName = streamer.name();
        room.title = plan.title().value();
        room.description = plan.description().value();
        room.coverUrl = plan.cover().map(CoverUrl::value).orElse(null);
        room.tags = plan.tags().values().toArray(String[]::new);
        room.kind = plan.kind();
        room.createdAt = now.truncatedTo(ChronoUnit.MILLIS);
        room.startsAt = plan.startsAt().map(StartTime::at).orElse(room.createdAt);
        room.become(new RoomState.Scheduled());
        return room;
    }

    /// @throws NotAllowed unless this is the room's streamer or an operator
    public void requireChangeableBy(Actor actor) {
        if (!actor.operator() && !actor.id().equals(streamerId)) {
            throw new NotAllowed("Only the room's streamer or an operator may change it.");
        }
    }

    /// @throws IllegalMove when the room's state no longer allows this change
    public void edit(RoomEdit edit, Actor actor) {
        requireEditable(edit, actor);
        edit.title().ifPresent(newer -> title = newer.value());
        edit.description().ifPresent(newer -> description = newer.value());
        edit.tags().ifPresent(newer -> tags = newer.values().toArray(String[]::new));
        edit.kind().ifPresent(newer -> kind = newer);
        edit.startsAt().ifPresent(newer -> startsAt = newer.at());
        if (edit.clearCover()) {
            coverUrl = null;
        }
        edit.cover().ifPresent(newer -> coverUrl = newer.value());
        position = ListPosition.of(state(), startsAt, liveAt);
    }

    /// A key was issued: only pushes with this one are taken from now on.
    ///
    /// @return what there is to tell
    public Optional<RoomFact> useKey(Channel prepared, StreamKeyHash hash) {
        var told = move(new Move.IssueKey());
        channel = ChannelColumns.of(prepared);
        keyHash = hash.value();
        return told;
    }

    /// @throws IllegalMove when a key cannot be issued now
    public void requireKeyAllowed() {
        RoomMoves.after(state(), new Move.IssueKey());
    }

    public boolean takesPushes() {
        return switch (state()) {
            case RoomState.Ready _, RoomState.Live _, RoomState.Interrupted _ -> true;
            case RoomState.Scheduled _, RoomState.Ended _, RoomState.ReplayReady _, RoomState.Cancelled _ -> false;
        };
    }

    /// Makes the move, or nothing where a report is late.
    ///
    /// @return what there is to tell
    /// @throws IllegalMove when a command does not fit the state
    public Optional<RoomFact> move(Move move) {
        if (move instanceof Move.StreamStarted started
                && started.stream().value().equals(lastStopped)) {
            return Optional.empty();
        }
        if (move instanceof Move.StreamStopped stopped) {
            lastStopped = stopped.stream().value();
        }
        var before = state();
        var after = RoomMoves.after(before, move);
        if (!before.equals(after)) {
            become(after);
        }
        return RoomFact.of(before, after);
    }

    /// How many watch now; a count that is older than the last one, or of a room that is not live, is dropped.
    public void countViewers(int watching, Instant at) {
        boolean newer = viewersAt == null || at.isAfter(viewersAt);
        if (newer && state() instanceof RoomState.Live) {
            viewersAt = at.truncatedTo(ChronoUnit.MILLIS);
            viewers = watching;
            peakViewers = Math.max(peakViewers, viewers());
        }
    }

    /// How many have a socket in the room now, live or not: who waits for a show is there when it begins. A count
    /// that is older than the last one is dropped.
    public void countSocketViewers(int connected, Instant at) {
        if (socketViewersAt == null || at.isAfter(socketViewersAt)) {
            socketViewersAt = at.truncatedTo(ChronoUnit.MILLIS);
            socketViewers = connected;
            peakViewers = Math.max(peakViewers, viewers());
        }
    }

    /// Keeps a picture that the provider took of the stream, unless the streamer has set one meanwhile.
    public void coverIfNone(URI taken) {
        if (coverUrl == null) {
            coverUrl = taken.toString();
        }
    }

    private void requireEditable(RoomEdit edit, Actor actor) {
        var now = state();
        switch (now) {
            case RoomState.Scheduled _, RoomState.Ready _ -> {}
            case RoomState.Live _, RoomState.Interrupted _ -> {
                if (edit.touchesPlan()) {
                    throw new IllegalMove(now, "change kind or startsAt");
                }
            }
            case RoomState.Ended _, RoomState.ReplayReady _, RoomState.Cancelled _ -> {
                if (!actor.operator()) {
                    throw new IllegalMove(now, "be changed, except by an operator");
                }
            }
        }
    }

    private void become(RoomState next) {
        state = StateColumns.of(next);
        switch (next) {
            case RoomState.Live(var stream, var since) -> liveAt = liveAt == null ? since : liveAt;
            case RoomState.Ended(var at) -> endedAt = at;
            case RoomState.Scheduled _, RoomState.Ready _, RoomState.Interrupted _ -> {}
            case RoomState.ReplayReady _, RoomState.Cancelled _ -> {}
        }
        if (!(next instanceof RoomState.Live)) {
            viewers = 0;
        }
        position = ListPosition.of(next, startsAt, liveAt);
    }

    public RoomId id() {
        return new RoomId(id);
    }

    public Streamer streamer() {
        return new Streamer(streamerId, streamerName);
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public Optional<String> coverUrl() {
        return Optional.ofNullable(coverUrl);
    }

    public List<String> tags() {
        return List.of(tags);
    }

    public RoomKind kind() {
        return kind;
    }

    public RoomState state() {
        return state.read();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Optional<Instant> liveAt() {
        return Optional.ofNullable(liveAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /// Whoever watches and talks is counted by both, whoever only watches or only reads by one: it is the
    /// greater of the two, so that nobody counts twice. A socket costs nothing and fetches nothing, so
    /// sockets alone make no crowd. 0 when not live.
    public int viewers() {
        int readers = Math.min(socketViewers, MOST_WHO_ONLY_READ);
        return state() instanceof RoomState.Live ? Math.max(viewers, readers) : 0;
    }

    public int peakViewers() {
        return peakViewers;
    }

    public Optional<Channel> channel() {
        return Optional.ofNullable(channel).map(ChannelColumns::read);
    }

    public ListPosition position() {
        return position;
    }
}
