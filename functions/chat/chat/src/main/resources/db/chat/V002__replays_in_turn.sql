-- Why: a replay that was being written when its process died, or was no longer waited for, stayed as it was; and two writers
-- could overwrite each other. Now one writes at a time, for a set time, and the mark goes when it is done. Read a minute at a
-- time, a replay of any length fits into a function.
-- Undo: drop index messages_on_air; alter table rooms drop column replay_marks, drop column replay_writing_until.

alter table rooms
    add column replay_marks bigint not null default 0,  -- how often it became stale: who writes knows whether it did meanwhile
    add column replay_writing_until timestamptz;        -- whose turn it is ends then, whatever became of them

create index messages_on_air on messages (room_id, on_air_at) where shown and deleted_at is null;
