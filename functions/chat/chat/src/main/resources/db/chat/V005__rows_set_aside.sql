-- Why: one row that the database refuses (a name with U+0000 did it) made the whole batch fail for ever, and nothing that was said in
-- its room later was kept. Such a row goes here instead, for people to look at.
-- Undo: drop table set_aside. That forgets what these rows held.

-- subject and item are the bytes of their text in UTF-8: what is no text for this database is one of the reasons to be here.
create table set_aside (
    room_id uuid not null,
    seq bigint not null,
    at timestamptz not null,
    subject bytea,         -- null: another capability's item
    item bytea not null,
    state char(5) not null, -- the SQLSTATE of the refusal
    primary key (room_id, seq)
);
