-- Why: other capabilities declare what a room shows of their events. What stands in a room (a pin, an open sale) has to be there
-- for who joins late, also when Redis was lost; what belongs in the replay has to last. And what Redis holds of a room is read in
-- one round trip.
-- Undo: drop function room_facts; drop table standing, shown_items.

-- The newest of each kind, by the time of its event: an older event that comes late changes nothing. item null: it has ended.
create table standing (
    room_id uuid not null,
    kind varchar(40) not null,
    at timestamptz not null,
    item text,
    primary key (room_id, kind)
);
create index standing_by_age on standing using brin (at);

-- Items of other capabilities that the replay shows.
create table shown_items (
    room_id uuid not null,
    seq bigint not null,
    at timestamptz not null,
    item text not null,
    shown boolean not null,                     -- false: lane B sampled it away, so the replay does not show it either
    primary key (room_id, seq)
);
create index shown_items_on_air on shown_items (room_id, at) where shown;
create index shown_items_by_age on shown_items using brin (at);

-- Everything that Redis holds of a room, as the script fill-room takes it; null when there is no such room. Holds the room's row
-- until the transaction ends, and reads only then: who reads later writes later.
create function room_facts(room uuid, moment timestamptz) returns text language plpgsql as $$
declare
    known rooms%rowtype;
begin
    select * into known from rooms where id = room for update;
    if not found then
        return null;
    end if;
    return json_build_object(
        'streamer', known.streamer_id,
        'state', known.state,
        'stateAt', floor(extract(epoch from known.state_at) * 1000)::bigint,
        'slowMode', known.slow_mode_seconds,
        'followersOnly', known.followers_only::text,
        'notice', coalesce(known.notice, ''),
        'words', coalesce((select version from word_lists where room_id = room), 0),
        'mods', coalesce((select json_agg(subject) from moderators where room_id = room), '[]'),
        'banned', coalesce((select json_agg(subject) from sanctions where room_id = room and kind = 'BAN'), '[]'),
        'muted', coalesce((select json_agg(json_build_object(
                'subject', subject, 'til', floor(extract(epoch from until) * 1000)::bigint))
            from sanctions where room_id = room and until > moment), '[]'),
        'standing', coalesce((select json_agg(json_build_object('kind', kind, 'item', item))
            from standing where room_id = room and item is not null), '[]'),
        'last', greatest(
            (select coalesce(max(seq), 0) from messages where room_id = room),
            (select coalesce(max(seq), 0) from shown_items where room_id = room)))::text;
end $$;
