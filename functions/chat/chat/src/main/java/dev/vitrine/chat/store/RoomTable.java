package dev.vitrine.chat.store;

import dev.vitrine.chat.entity.Policy;
import dev.vitrine.chat.entity.RoomRecord;
import dev.vitrine.chat.entity.ShowState;
import dev.vitrine.chat.replay.entity.Clip;
import dev.vitrine.model.RoomId;
import dev.vitrine.platform.json.Json;
import dev.vitrine.platform.sql.Columns;
import dev.vitrine.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rooms, as chat knows them.
@ApplicationScoped
public class RoomTable {
    /// What makes a replay stale, wherever it happens.
    public static final String STALE = "replay_stale = true, replay_marks = replay_marks + 1";

    private static final String COLUMNS = "id, streamer_id, state, state_at, slow_mode_seconds, followers_only, notice";

    /// Whether the room shows no name of somebody: they may not talk now, or were erased. `viewer` is
    /// how the room names them.
    public Uni<Boolean> isNameless(Statements sql, RoomId room, String viewer, Instant now) {
        return sql.one(row -> row.getBoolean("so"), """
                select exists (select from people join sanctions using (room_id, subject)
                    where room_id = $1 and viewer = $2 and (until is null or until > $3))
                    or exists (select from erased_viewers where room_id = $1 and viewer = $2) as so
                """, room.value(), viewer, now);
    }

    public Uni<Optional<RoomRecord>> find(Statements sql, RoomId room) {
        return sql.first(RoomTable::read, "select " + COLUMNS + " from rooms where id = $1", room.value());
    }

    /// Holds the row until the transaction ends: acts in one room follow each other.
    public Uni<Optional<RoomRecord>> held(Statements sql, RoomId room) {
        return sql.first(RoomTable::read, "select " + COLUMNS + " from rooms where id = $1 for update", room.value());
    }

    /// What an event tells. An older one than the last changes nothing. Whose room it is was told by
    /// the first.
    ///
    /// @return whether the show is as it tells; empty, and nothing is changed, when the room is
    ///     another's
    public Uni<Optional<Boolean>> tell(
            Statements sql, RoomId room, String streamer, ShowState state, Instant at, Optional<String> channel) {
        return sql.first(
                row -> row.getBoolean("so"), """
                insert into rooms as known (id, streamer_id, state, state_at, channel) values ($1, $2, $3, $4, $5)
                on conflict (id) do update set
                    state = case when excluded.state_at >= known.state_at then excluded.state else known.state end,
                    state_at = greatest(excluded.state_at, known.state_at),
                    channel = coalesce(excluded.channel, known.channel)
                where known.streamer_id = excluded.streamer_id
                returning state = $3 as so
                """, room.value(), streamer, state.name(), at, channel.orElse(null));
    }

    public Uni<Void> keepPolicy(Statements sql, RoomId room, Policy policy) {
        return sql.change(
                        "update rooms set slow_mode_seconds = $2, followers_only = $3, notice = $4 where id = $1",
                        room.value(),
                        (short) policy.slowModeSeconds(),
                        policy.followersOnly(),
                        policy.notice().orElse(null))
                .replaceWithVoid();
    }

    /// @return the room of the channel, when there is one
    public Uni<Optional<RoomId>> keepClips(Statements sql, String channel, List<Clip> clips) {
        var json = new JsonArray();
        clips.forEach(clip -> json.add(new io.vertx.core.json.JsonObject()
                .put("onAirAt", clip.onAirAt().toString())
                .put("durationMillis", clip.durationMillis())));
        return sql.first(
                row -> new RoomId(row.getUUID("id")),
                "update rooms set clips = $2, " + STALE + " where channel = $1 returning id",
                channel,
                json);
    }

    /// The replay no longer shows what it should; nothing where there is none yet.
    public Uni<Void> staleReplay(Statements sql, RoomId room) {
        return sql.change("update rooms set " + STALE + " where id = $1 and clips <> '[]'::jsonb", room.value())
                .replaceWithVoid();
    }

    /// The right to write a room's replay, alone.
    ///
    /// @param marks what it is stale by
    /// @param until whoever has it gives it up then
    public record Turn(RoomId room, long marks, Instant until, List<Clip> clips) {}

    /// @param until to the millisecond: it is what the turn is known by
    /// @return empty when it is not stale, or somebody writes it
    public Uni<Optional<Turn>> takeTurn(Statements sql, RoomId room, Instant now, Instant until) {
        return sql.first(
                row -> new Turn(room, row.getLong("replay_marks"), until, readClips(row)),
                """
                update rooms set replay_writing_until = $3
                where id = $1 and replay_stale and (replay_writing_until is null or replay_writing_until <= $2)
                returning replay_marks, clips::text as clips
                """,
                room.value(),
                now,
                until);
    }

    /// It is written; still stale if it was marked meanwhile.
    ///
    /// @return whether it is right now
    public Uni<Boolean> endTurn(Statements sql, Turn turn) {
        return sql.first(
                        row -> !row.getBoolean("replay_stale"), """
                        update rooms set replay_stale = replay_marks <> $2, replay_writing_until = null
                        where id = $1 and replay_writing_until = $3 returning replay_stale
                        """, turn.room().value(), turn.marks(), turn.until())
                .map(found -> found.orElse(false));
    }

    /// Those that nobody writes.
    public Uni<List<RoomId>> withStaleReplay(Statements sql, Instant now, int limit) {
        return sql.all(row -> new RoomId(row.getUUID("id")), """
                select id from rooms where replay_stale
                    and (replay_writing_until is null or replay_writing_until <= $1) order by id limit $2
                """, now, limit);
    }

    private static RoomRecord read(Row row) {
        return new RoomRecord(
                new RoomId(row.getUUID("id")),
                row.getString("streamer_id"),
                ShowState.valueOf(row.getString("state")),
                Columns.instant(row, "state_at"),
                Policy.kept(
                        row.getShort("slow_mode_seconds"),
                        row.getBoolean("followers_only"),
                        Optional.ofNullable(row.getString("notice"))));
    }

    private static List<Clip> readClips(Row row) {
        var clips = new ArrayList<Clip>();
        for (var clip : Json.read("{\"clips\":" + row.getString("clips") + "}").path("clips")) {
            clips.add(new Clip(
                    Instant.parse(clip.path("onAirAt").textValue()),
                    clip.path("durationMillis").longValue()));
        }
        return clips;
    }
}
