-- Why: money can be set aside before it moves, and a transfer can be taken back by another one.
-- Undo: drop function place_hold, release_hold, expire_holds, open_hold, check_reversal.

-- The hold, locked, if it can still be captured.
create function open_hold(wanted uuid) returns holds language plpgsql as $$
declare
    hold ledger.holds;
begin
    select * into hold from ledger.holds h where h.id = wanted for update;
    if not found then
        raise exception using errcode = 'LG008', message = 'there is no such hold';
    end if;
    if hold.state = 'EXPIRED' or hold.state = 'OPEN' and hold.expires_at <= clock_timestamp() then
        raise exception using errcode = 'LG009', message = 'the hold has expired';
    end if;
    if hold.state <> 'OPEN' then
        raise exception using errcode = 'LG010', message = 'the hold is closed',
            detail = json_build_object('state', hold.state);
    end if;
    return hold;
end $$;

-- Sets an amount aside, once. Places nothing that is not available.
create function place_hold(hold uuid, account uuid, currency text, amount bigint, lifetime interval, reference text,
        out repeated boolean, out expires_at timestamptz)
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    longest constant interval := '30 days';
    content bytea;
    known ledger.holds;
    head ledger.heads;
    at timestamptz;
begin
    if hold is null or account is null or currency is null or reference is null
            or lifetime is null or lifetime <= '0' or lifetime > longest then
        raise exception using errcode = 'LG007', message = 'a hold is complete and lives at most 30 days';
    end if;
    if amount is null or amount not between 1 and 9007199254740991 then
        raise exception using errcode = 'LG005', message = 'an amount is zero or out of its bounds';
    end if;
    content := sha256(convert_to(concat_ws(e'\n', 'v1', account, place_hold.currency, place_hold.amount,
        extract(epoch from lifetime), place_hold.reference), 'UTF8'));
    perform pg_advisory_xact_lock(uuid_hash_extended(hold, 0));
    select * into known from ledger.holds h where h.id = hold;
    if found then
        if known.content <> content then
            raise exception using errcode = 'LG004', message = 'the id was used for another hold';
        end if;
        repeated := true;
        expires_at := known.expires_at;
        return;
    end if;
    select * into head from ledger.heads h where h.account_id = account and h.shard = 0 for no key update;
    if not found then
        raise exception using errcode = 'LG002', message = 'there is no such account',
            detail = json_build_object('account', account);
    end if;
    if head.may_overdraw or head.shards > 1 then
        raise exception using errcode = 'LG015', message = 'accounts of this kind take no holds';
    end if;
    if head.currency <> place_hold.currency then
        raise exception using errcode = 'LG003', message = 'the account has another currency',
            detail = json_build_object('account', account);
    end if;
    if head.balance - head.held < place_hold.amount then
        raise exception using errcode = 'LG001', message = 'insufficient funds',
            detail = json_build_object('account', account, 'missing', place_hold.amount - (head.balance - head.held));
    end if;
    at := clock_timestamp();
    update ledger.heads h set held = h.held + place_hold.amount where h.account_id = account and h.shard = 0;
    repeated := false;
    expires_at := at + lifetime;
    insert into ledger.holds (id, account_id, currency, amount, reference, content, placed_at, expires_at, state)
        values (hold, account, place_hold.currency, place_hold.amount, place_hold.reference, content, at,
            place_hold.expires_at, 'OPEN');
end $$;

-- Gives up a hold. One that is over without a capture is released already.
create function release_hold(hold uuid, out repeated boolean)
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    known ledger.holds;
begin
    select * into known from ledger.holds h where h.id = hold for update;
    if not found then
        raise exception using errcode = 'LG008', message = 'there is no such hold';
    end if;
    if known.state = 'CAPTURED' then
        raise exception using errcode = 'LG010', message = 'the hold is closed',
            detail = json_build_object('state', known.state);
    end if;
    repeated := known.state <> 'OPEN';
    if not repeated then
        update ledger.heads h set held = h.held - known.amount where h.account_id = known.account_id and h.shard = 0;
        update ledger.holds h set state = 'RELEASED', closed_at = clock_timestamp() where h.id = hold;
    end if;
end $$;

-- Ends up to `most` holds whose time is over; those that somebody else has locked are left for the next call.
create function expire_holds(most integer) returns integer
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    over ledger.holds[];
    freed record;
begin
    select array_agg(h) into over
    from (select * from ledger.holds h where h.state = 'OPEN' and h.expires_at <= clock_timestamp()
          order by h.expires_at limit most for update skip locked) h;
    for freed in select o.account_id, sum(o.amount)::bigint as amount from unnest(over) o group by o.account_id order by o.account_id
    loop
        update ledger.heads h set held = h.held - freed.amount where h.account_id = freed.account_id and h.shard = 0;
    end loop;
    update ledger.holds h set state = 'EXPIRED', closed_at = clock_timestamp()
        where h.id in (select o.id from unnest(over) o);
    return coalesce(cardinality(over), 0);
end $$;

-- Holds the original against other reversals, and refuses to give back more than it moved.
create function check_reversal(original uuid, entry_accounts uuid[], entry_amounts bigint[]) returns void
language plpgsql as $$
declare
    known ledger.transfers;
    moved bigint;
    reversed numeric;
begin
    perform pg_advisory_xact_lock(uuid_hash_extended(original, 0));
    select * into known from ledger.transfers t where t.id = original;
    if not found then
        raise exception using errcode = 'LG012', message = 'there is no such transfer to reverse';
    end if;
    if known.reverses is not null then
        raise exception using errcode = 'LG013', message = 'a reversal is not reversed';
    end if;
    for i in 1 .. cardinality(entry_accounts) loop
        select e.amount into moved from ledger.entries e where e.transfer_id = original and e.account_id = entry_accounts[i];
        select coalesce(sum(e.amount), 0) into reversed
        from ledger.transfers t join ledger.entries e on e.transfer_id = t.id and e.account_id = entry_accounts[i]
        where t.reverses = original;
        -- what is left must stay on the side where it was
        if moved is null or sign(entry_amounts[i]::numeric) = sign(moved::numeric)
                or sign(moved + reversed + entry_amounts[i]) = -sign(moved::numeric) then
            raise exception using errcode = 'LG013', message = 'a reversal gives back at most what was moved',
                detail = json_build_object('account', entry_accounts[i], 'left', coalesce(moved + reversed, 0));
        end if;
    end loop;
end $$;
