-- Why: how many have a socket in the room, as the talk counts them, beside the sessions that the live provider counts.
-- Undo: alter table rooms drop column socket_viewers, drop column socket_viewers_at.

alter table rooms
    add column socket_viewers integer not null default 0 check (socket_viewers >= 0),
    add column socket_viewers_at timestamptz;
