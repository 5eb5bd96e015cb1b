-- Why: rankings showed the names of people who were erased, and of viewers who may not talk in a room. What was paid stays, by law,
-- under the payer's opaque subject; their name goes from everywhere.
-- Undo: drop function take_sanction, erase_person; drop table silenced; drop index givers_by_sender, followers_by_follower. Names
-- that were taken out stay out.

-- Who shows no name in a room, by chat's last word on them.
create table silenced (
    room_id uuid not null,
    viewer text not null check (viewer ~ '^[a-z2-7]{16}$'), -- how the room names them
    until timestamptz not null, -- 'infinity': a ban; '-infinity': it was lifted
    told_at timestamptz not null,
    primary key (room_id, viewer)
);

create index givers_by_sender on givers (sender);
create index followers_by_follower on followers (follower);

-- Takes what an event says of a sanction; an older one changes nothing.
create function take_sanction(room uuid, whom text, silent_until timestamptz, told timestamptz) returns void
language sql security definer set search_path = ledger, pg_temp as $$
    insert into ledger.silenced as s values (room, whom, silent_until, told)
        on conflict (room_id, viewer) do update set until = excluded.until, told_at = excluded.told_at
            where s.told_at < excluded.told_at
$$;

-- Takes a person's name out of everything that shows one, and whom they follow. Twice is as once.
--
-- returns: the rooms whose ranking named them, with how it did; and the days on which they were ranked as a streamer, without a room
create function erase_person(person text) returns table (room_id uuid, viewer text, day date)
language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
    update ledger.givers g set name = '' where g.sender = person and g.name <> '';
    update ledger.rooms r set streamer_name = '' where r.streamer = person and r.streamer_name <> '';
    update ledger.withdrawals w set streamer_name = '' where w.streamer = person and w.streamer_name <> '';
    delete from ledger.followers f where f.follower = person or f.streamer = person;
    -- what a crash kept from leaving names them too: who hears of it then reads no name
    update ledger.outbox o set event = jsonb_set(o.event::jsonb, '{data,name}', '""')::text
        where o.event::jsonb -> 'data' ->> 'name' <> '' and exists (
            select from ledger.givers g where g.sender = person and g.room_id::text = o.event::jsonb ->> 'subject'
                and g.viewer = o.event::jsonb -> 'data' ->> 'viewer');
    return query
        select g.room_id, g.viewer, null::date from ledger.givers g where g.sender = person
        union all select distinct null::uuid, null::text, d.day from ledger.streamer_days d where d.streamer = person;
end $$;

revoke insert, update, delete on silenced from ledger;
revoke execute on function take_sanction, erase_person from public;
grant execute on function take_sanction, erase_person to ledger;
