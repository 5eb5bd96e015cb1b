-- Why: a streamer's income becomes payable when its holding period is over; statements are read from the entries.
-- Undo: drop table settlements; drop function settle, matured, settlement_id, last_before; drop index accounts_by_kind.

create index accounts_by_kind on accounts (kind, id);

-- How far a day's settlement has come. Holds no money: it saves a second look.
create table settlements (
    day date primary key,
    cut timestamptz not null, -- income recorded before is payable
    reached uuid not null,    -- accounts up to this one are done
    accounts bigint not null default 0 check (accounts >= 0),
    begun_at timestamptz not null,
    done_at timestamptz
);

-- The last entry of a chain that was recorded before a moment; 0 when there is none. Time never goes back in a chain
-- (post_transfer), so twenty reads find it among a million.
create function last_before(account uuid, shard smallint, moment timestamptz) returns bigint
language plpgsql stable set search_path = ledger, pg_temp as $$
declare
    head ledger.heads;
    low bigint := 0;
    high bigint;
    middle bigint;
    at timestamptz;
begin
    select * into head from ledger.heads h where h.account_id = account and h.shard = last_before.shard;
    high := coalesce(head.seq, 0);
    if head.changed_at < moment then
        return high;
    end if;
    while low < high loop
        middle := (low + high + 1) / 2;
        select e.recorded_at into at from ledger.entries e
            where e.account_id = account and e.shard = last_before.shard and e.seq = middle;
        if at < moment then
            low := middle;
        else
            high := middle - 1;
        end if;
    end loop;
    return low;
end $$;

-- One settlement a streamer and day, whoever asks how often.
create function settlement_id(pending uuid, day date) returns uuid language sql immutable strict as $$
    select encode(set_byte(set_byte(digest, 6, get_byte(digest, 6) & 15 | 128), 8, get_byte(digest, 8) & 63 | 128), 'hex')::uuid
    from (select substr(sha256(convert_to(concat_ws(e'\n', 'settlement', $1, to_char($2, 'YYYY-MM-DD')), 'UTF8')), 1, 16))
        as made (digest)
$$;

-- What of an account was received before the cut and is still there. What went out since is taken from the old money
-- first, but for the reversal of something that came in since. What came back since waits anew.
create function matured(pending uuid, cut timestamptz) returns bigint
language sql stable set search_path = ledger, pg_temp as $$
    with chains as materialized (
        select h.shard, h.balance, ledger.last_before(h.account_id, h.shard, cut) as seq
        from ledger.heads h where h.account_id = pending
    ), old as (
        select sum(e.balance) as amount from chains c
        join ledger.entries e on e.account_id = pending and e.shard = c.shard and e.seq = c.seq
    ), gone as (
        select sum(e.amount) as amount from chains c
        join ledger.entries e on e.account_id = pending and e.shard = c.shard and e.seq > c.seq and e.amount < 0
        join ledger.transfers t on t.id = e.transfer_id
        left join ledger.transfers o on o.id = t.reverses
        where t.reverses is null or o.recorded_at < cut
    )
    select greatest(0, least(coalesce(old.amount, 0) + coalesce(gone.amount, 0),
                             (select sum(c.balance) from chains c)))::bigint from old, gone
$$;

-- Moves what is mature of a streamer's pending income to what can be withdrawn. Zero: nothing was, or it was done before.
-- Locks as post_transfer does: the transfer's id, then heads ascending; nobody gives or takes while it is weighed.
create function settle(pending uuid, day date, cut timestamptz, out amount bigint)
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    transfer constant uuid := ledger.settlement_id(pending, day);
    income ledger.accounts;
    payable uuid;
begin
    select * into income from ledger.accounts a where a.id = pending and a.kind = 'PENDING_INCOME';
    if not found then
        raise exception using errcode = 'LG002', message = 'there is no such account',
            detail = json_build_object('account', pending);
    end if;
    perform pg_advisory_xact_lock(uuid_hash_extended(transfer, 0));
    amount := 0;
    if exists (select from ledger.transfers t where t.id = transfer) then
        return;
    end if;
    payable := ledger.open_account(income.owner, 'PAYABLE_INCOME', income.currency);
    perform from ledger.heads h where h.account_id in (pending, payable) order by h.account_id, h.shard for no key update;
    amount := ledger.matured(pending, cut);
    if amount > 0 then
        perform ledger.post_transfer(transfer, 'settlement', to_char(day, 'YYYY-MM-DD'),
            (select array_agg(e.account order by e.account) from unnest(array[pending, payable]) as e (account)),
            array[income.currency, income.currency],
            case when pending < payable then array[-amount, amount] else array[amount, -amount] end);
    end if;
end $$;

revoke execute on function settle, matured, settlement_id, last_before from public;
grant execute on function settle, matured, settlement_id, last_before to ledger;
