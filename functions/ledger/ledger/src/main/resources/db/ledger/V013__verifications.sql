-- Why: an auditor asks for a walk over all chains, which takes longer than one answer. It goes step by step, each calling
-- the next by an event, and goes on after a crash.
-- Undo: drop function start_verification; drop table verifications.

create table verifications (
    id uuid primary key,
    asked_by text not null,
    started_at timestamptz not null,
    stepped_at timestamptz not null,
    done_at timestamptz,
    step bigint not null default 0 check (step >= 0),
    entries bigint not null default 0 check (entries >= 0),
    -- behind this entry the next step begins; null: the chains are walked
    place_account uuid,
    place_shard smallint,
    place_seq bigint,
    place_transfer uuid, -- then transfers are weighed, behind this one
    problem text,
    account_id uuid,
    shard smallint,
    seq bigint,
    transfer_id uuid,
    check (problem is null or done_at is not null)
);

-- One at a time.
create unique index one_verification_runs on verifications ((true)) where done_at is null;

-- Starts one unless one runs; says which runs. The event calls its first step; one that stood still for so long is called again.
create function start_verification(wanted uuid, asker text, stands_still interval, event_id uuid, event_type text, event jsonb)
returns verifications language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    one_at_a_time constant bigint := 5277865512; -- any number of our own
    running ledger.verifications;
    at constant timestamptz := clock_timestamp();
begin
    perform pg_advisory_xact_lock(one_at_a_time);
    select * into running from ledger.verifications v where v.done_at is null;
    if not found then
        insert into ledger.verifications (id, asked_by, started_at, stepped_at, place_account, place_shard, place_seq)
            values (wanted, asker, at, at, '00000000-0000-0000-0000-000000000000', 0, 0) returning * into running;
    elsif running.stepped_at > at - stands_still then
        return running;
    end if;
    event := jsonb_set(event, '{data}', jsonb_build_object('verificationId', running.id, 'step', running.step));
    insert into ledger.outbox values (event_id, event_type, event::text, at);
    return running;
end $$;

revoke insert, delete on verifications from ledger;
revoke execute on function start_verification from public;
grant execute on function start_verification to ledger;
