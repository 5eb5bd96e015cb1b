-- Why: what lasts of a room's talk. What is hot (presence, the sequence, rates) is in Redis and can be made again from this.
-- Undo: drop table rooms, moderators, sanctions, words, word_lists, acts, messages, reviews, people.

-- What chat knows of a room, from the events of the live-room database; and how the room talks.
create table rooms (
    id uuid primary key,
    streamer_id varchar(255) not null,
    state varchar(16) not null,
    state_at timestamptz not null,
    slow_mode_seconds smallint not null default 0 check (slow_mode_seconds between 0 and 60),
    followers_only boolean not null default false,
    notice varchar(200),
    lives jsonb not null default '[]',          -- wall clock to recording: [{"from": instant, "mediaMillis": start of it in the replay, "durationMillis"}]
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
    decision varchar(8),
    decided_at timestamptz,
    constraint decided check ((decision is null) = (decided_at is null))
);
create index reviews_by_room on reviews (room_id, id desc);
create index reviews_by_subject on reviews (subject);
