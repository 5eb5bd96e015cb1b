-- Why: the live-room database (直播库). One row a room; the columns of a state mean something in that state only.
-- Undo: drop table rooms.

create table rooms (
    id uuid primary key,
    version bigint not null,
    streamer_id varchar(128) not null,
    streamer_name varchar(120) not null,
    title text not null,
    description text not null,
    cover_url varchar(2048),
    tags text[] not null,
    kind varchar(16) not null,
    created_at timestamptz not null,
    starts_at timestamptz not null,
    live_at timestamptz,
    ended_at timestamptz,
    viewers integer not null default 0 check (viewers >= 0),
    peak_viewers integer not null default 0 check (peak_viewers >= viewers),
    viewers_at timestamptz,

    -- entity StateColumns
    state varchar(16) not null,
    state_since timestamptz,
    stream varchar(256),
    last_stopped varchar(256),
    replay_hls_key text,
    replay_dash_key text,
    replay_mp4_key text,
    replay_millis bigint check (replay_millis >= 0),

    -- entity ChannelColumns
    channel varchar(256) unique,
    hls_url text,
    dash_url text,
    key_hash char(64) unique,

    -- entity ListPosition
    list_group smallint not null,
    list_rank bigint not null
);

-- The order of the list, and where a page begins.
create index rooms_in_order on rooms (list_group, list_rank, id);
create index rooms_by_streamer on rooms (streamer_id, list_group, list_rank, id);
create index rooms_by_tag on rooms using gin (tags);
-- What the reconciliation reads every minute: few rooms out of many.
create index rooms_to_heal on rooms (state) where state in ('READY', 'LIVE', 'INTERRUPTED', 'ENDED');
