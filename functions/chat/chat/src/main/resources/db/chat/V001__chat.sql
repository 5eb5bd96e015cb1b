-- Why: what lasts of a room's talk. What is hot (presence, the sequence, rates) is in Redis and can be made again from this.
-- Undo: drop table rooms, moderators, sanctions, words, word_lists, acts, messages, reviews, people, unsent, seen_events,
-- erasures; drop function acts_are_kept.

-- What chat knows of a room, from the events of the live-room database; and how the room talks.
create table rooms (
    id uuid primary key,
    streamer_id varchar(255) not null,
    state varchar(16) not null,
    state_at timestamptz not null,
    slow_mode_seconds smallint not null default 0 check (slow_mode_seconds between 0 and 60),
    followers_only boolean not null default false,
    notice varchar(200),
    channel varchar(256) unique,                -- the live provider's name of it; replays are told by it
    clips jsonb not null default '[]',          -- what the replay is made of: [{"onAirAt": instant, "durationMillis"}], in its order
    replay_stale boolean not null default false -- the replay's objects have to be written again
);
create index rooms_to_write on rooms (id) where replay_stale;

-- Whom a room-scoped pseudonym stands for: the only place where the two meet.
create table people (
    room_id uuid not null,
    viewer char(16) not null,
    subject varchar(255) not null,
    name varchar(40) not null,
    seen_at timestamptz not null,
    primary key (room_id, viewer)
);
create index people_by_subject on people (subject);

create table moderators (
    room_id uuid not null,
    subject varchar(255) not null,
    since timestamptz not null,
    primary key (room_id, subject)
);

create table sanctions (
    room_id uuid not null,
    subject varchar(255) not null,
    kind varchar(8) not null check (kind in ('MUTE', 'BAN')),
    until timestamptz check ((kind = 'BAN') = (until is null)),
    reason varchar(200) not null,
    at timestamptz not null,
    id uuid not null,
    primary key (room_id, subject)
);

-- room_id of the platform's list: the nil UUID. A change of a list counts its version up.
create table word_lists (
    room_id uuid primary key,
    version bigint not null
);
create table words (
    room_id uuid not null,
    word varchar(50) not null,
    action varchar(8) not null check (action in ('REJECT', 'MASK', 'HOLD')),
    primary key (room_id, word)
);

-- The audit: only inserted into and read. room_id null: the act concerns no single room.
create table acts (
    id uuid primary key,
    room_id uuid,
    at timestamptz not null,
    actor_id varchar(255) not null,
    actor_name varchar(120) not null,
    act varchar(24) not null,
    viewer char(16),
    subject varchar(255),
    message bigint,
    reason varchar(200),
    detail text
);
create index acts_by_room on acts (room_id, id desc);
create index acts_on_messages on acts (room_id, message) where message is not null;

-- The functions' role may write every table of its schema; this one it may only add to. Erasing a person takes their
-- subject out of it and nothing else.
create function acts_are_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.subject is null
        and (new.id, new.at, new.actor_id, new.actor_name, new.act) = (old.id, old.at, old.actor_id, old.actor_name, old.act)
        and (new.room_id, new.viewer, new.message, new.reason, new.detail)
            is not distinct from (old.room_id, old.viewer, old.message, old.reason, old.detail) then
        return new;
    end if;
    raise exception 'acts are only added to' using errcode = 'restrict_violation';
end $$;
create trigger acts_are_kept before update or delete on acts for each row execute function acts_are_kept();

-- What readers and Redis have yet to hear of: written in the transaction of the change, deleted when told. item null: a
-- word list has changed.
create table unsent (
    id bigint generated always as identity primary key,
    room_id uuid not null,
    item text
);
create index unsent_by_room on unsent (room_id, id);

-- Events that were taken: a queue may bring one twice.
create table seen_events (
    id uuid primary key,
    at timestamptz not null
);

-- Who asked to be erased: what a runner still held then is erased by the next healings.
create table erasures (
    subject varchar(255) primary key,
    at timestamptz not null
);

-- What was said. Kept for a set number of days, erased with its person.
create table messages (
    room_id uuid not null,
    seq bigint not null,
    at timestamptz not null,
    on_air_at timestamptz not null,             -- when the picture that the sender saw was on air
    subject varchar(255) not null,
    viewer char(16) not null,
    name varchar(40) not null,
    role varchar(10) not null,
    text varchar(100) not null,
    colour varchar(8) not null,
    position varchar(8) not null,
    shown boolean not null,                     -- false: lane B sampled it away, so the replay does not show it either
    deleted_at timestamptz,
    primary key (room_id, seq)
);
create index messages_by_subject on messages (subject);
create index messages_by_viewer on messages (room_id, viewer, seq desc);
create index messages_by_age on messages using brin (at);

create table reviews (
    id uuid primary key,
    room_id uuid not null,
    at timestamptz not null,
    subject varchar(255) not null,
    viewer char(16) not null,
    name varchar(40) not null,
    role varchar(10) not null,
    text varchar(100) not null,
    colour varchar(8) not null,
    position varchar(8) not null,
    action varchar(8) not null,
    list varchar(8) not null,
    word varchar(50) not null,
    client_id varchar(64) not null,
    decision varchar(8),
    decided_at timestamptz,
    unique (room_id, viewer, client_id),        -- a message that is sent again is reviewed once
    constraint decided check ((decision is null) = (decided_at is null))
);
create index reviews_by_room on reviews (room_id, id desc);
create index reviews_by_subject on reviews (subject);
