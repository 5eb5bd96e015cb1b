-- Why: events bear no proof of their origin. One that named another streamer for a room on air took over the income of every gift that
-- followed. For whom a room earns, and at which kind's share once it is on air, is now what was heard first; and only this function
-- writes rooms, as only functions write whatever else says where money goes.
-- Undo: create take_room as V014 has it; grant insert, update, delete on rooms to ledger.

-- Takes what an event says of a room; an older one changes nothing. Gifts in this room wait meanwhile, or it waits for them.
-- Of another's room nothing is taken (LG030), however new it is.
create or replace function take_room(told uuid, told_streamer text, told_streamer_name text, told_title text, told_kind text,
        told_state text, told_at timestamptz) returns void
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    owner text;
begin
    perform pg_advisory_xact_lock(hashtextextended('room ' || told, 0));
    insert into ledger.rooms (id, streamer, streamer_name, title, kind, state, state_at)
        values (told, told_streamer, told_streamer_name, told_title, told_kind, told_state, told_at)
        on conflict (id) do nothing;
    select r.streamer into owner from ledger.rooms r where r.id = told;
    if owner <> told_streamer then
        raise exception using errcode = 'LG030', message = 'the room belongs to another';
    end if;
    update ledger.rooms r set streamer_name = told_streamer_name, title = told_title, state = told_state, state_at = told_at,
            kind = case when r.state in ('SCHEDULED', 'READY') then told_kind else r.kind end
        where r.id = told and r.state_at < told_at;
end $$;

revoke insert, update, delete on rooms from ledger;
