-- Why: one call moves money, and nothing else can. Every refusal has an SQLSTATE of its own (README); its DETAIL is JSON.
-- Undo: drop function post_transfer, open_account, account_id, content_of, hash_of.

-- Version 8 of RFC 9562: the first 16 bytes of SHA-256 over owner, kind and currency on lines of their own.
create function account_id(owner text, kind text, currency text) returns uuid language sql immutable strict as $$
    select encode(set_byte(set_byte(digest, 6, get_byte(digest, 6) & 15 | 128), 8, get_byte(digest, 8) & 63 | 128), 'hex')::uuid
    from (select substr(sha256(convert_to(concat_ws(e'\n', $1, $2, $3), 'UTF8')), 1, 16)) as made (digest)
$$;

-- What a request says, in one hash: the same id must come with the same.
create function content_of(kind text, reverses uuid, captures uuid, accounts uuid[], currencies text[], amounts bigint[],
        reference text) returns bytea language sql stable as $$
    select sha256(convert_to(concat_ws(e'\n', 'v1', $1, coalesce($2::text, ''), coalesce($3::text, ''),
        array_to_string($4, ','), array_to_string($5, ','), array_to_string($6, ','), $7), 'UTF8'))
$$;

-- The canonical encoding of an entry, version 1 (README, "The chain"): integers big-endian, time in microseconds since 2000.
create function hash_of(before bytea, account uuid, shard smallint, seq bigint, transfer uuid, amount bigint,
        balance bigint, recorded_at timestamptz, content bytea) returns bytea language sql immutable as $$
    select sha256($1 || uuid_send($2) || int2send($3) || int8send($4) || uuid_send($5) || int8send($6) || int8send($7)
        || timestamptz_send($8) || $9)
$$;

-- Opens an account, or finds it open.
create function open_account(owner text, kind text, currency text) returns uuid
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    account uuid := ledger.account_id(open_account.owner, open_account.kind, open_account.currency);
    rules ledger.account_kinds;
begin
    if exists (select from ledger.accounts a where a.id = account) then
        return account;
    end if;
    select * into rules from ledger.account_kinds k where k.kind = open_account.kind;
    if not found or not exists (select from ledger.currencies c where c.code = open_account.currency) then
        raise exception using errcode = 'LG016', message = 'unknown kind of account or currency';
    end if;
    insert into ledger.accounts as a (id, owner, kind, currency, opened_at)
        values (account, open_account.owner, open_account.kind, open_account.currency, clock_timestamp())
        on conflict do nothing;
    insert into ledger.heads as h (account_id, shard, shards, currency, may_overdraw, changed_at, hash)
        select account, s, rules.shards, open_account.currency, rules.overdraft = 'ALLOWED', clock_timestamp(), sha256(uuid_send(account) || int2send(s::smallint))
        from generate_series(0, rules.shards - 1) as s
        on conflict do nothing;
    return account;
end $$;

-- Posts a transfer, once. Arrays are parallel, ascending by account, an account at most once.
--
-- Locks in one order everywhere: the transfer's id, the transfer that is reversed, the hold, then heads ascending. So no two
-- calls wait for each other in a circle. A head is held until the caller commits.
--
-- captures: a hold that ends with this transfer; its account gives at most the held amount, the rest is free again.
-- reverses: a transfer that this one takes back, whole or in part; never more than it moved.
-- event: leaves with the transfer or not at all (table outbox).
create function post_transfer(transfer uuid, kind text, reference text, entry_accounts uuid[], entry_currencies text[],
        entry_amounts bigint[], captures uuid default null, reverses uuid default null, event_id uuid default null,
        event_type text default null, event text default null, out repeated boolean, out recorded_at timestamptz)
language plpgsql security definer set search_path = ledger, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
    most_entries constant integer := 32;
    most_amount constant bigint := 9007199254740991; -- 2^53 - 1: exact in every JSON reader
    n constant integer := cardinality(entry_accounts);
    slot constant integer := uuid_hash(transfer) & 2147483647;
    content bytea;
    known ledger.transfers;
    hold ledger.holds;
    head record;
    i integer := 1;
    at timestamptz := clock_timestamp();
    total bigint; -- of the shards of one account that are locked, without what is held
    own_shards smallint[]; -- where each entry goes
    hold_at integer := 0;
begin
    if transfer is null or n is null or n < 2 or n > most_entries or cardinality(entry_currencies) is distinct from n
            or cardinality(entry_amounts) is distinct from n or array_position(entry_accounts, null) is not null
            or array_position(entry_currencies, null) is not null or captures is not null and reverses is not null then
        raise exception using errcode = 'LG007', message = 'a transfer has 2 to 32 complete entries';
    end if;
    for i in 1 .. n loop
        if entry_amounts[i] is null or entry_amounts[i] = 0 or entry_amounts[i] not between -most_amount and most_amount then
            raise exception using errcode = 'LG005', message = 'an amount is zero or out of its bounds';
        end if;
        if i > 1 and entry_accounts[i] <= entry_accounts[i - 1] then
            raise exception using errcode = 'LG007', message = 'entries must be ascending by account, one an account';
        end if;
    end loop;
    content := ledger.content_of(post_transfer.kind, post_transfer.reverses, post_transfer.captures, entry_accounts,
        entry_currencies, entry_amounts, post_transfer.reference);

    -- two requests under one id follow each other
    perform pg_advisory_xact_lock(uuid_hash_extended(transfer, 0));
    select * into known from ledger.transfers t where t.id = transfer;
    if found then
        if known.content <> content then
            raise exception using errcode = 'LG004', message = 'the id was used for another transfer';
        end if;
        repeated := true;
        recorded_at := known.recorded_at;
        return;
    end if;

    if post_transfer.reverses is not null then
        perform ledger.check_reversal(post_transfer.reverses, entry_accounts, entry_amounts);
    end if;
    if post_transfer.captures is not null then
        hold := ledger.open_hold(post_transfer.captures);
        hold_at := coalesce(array_position(entry_accounts, hold.account_id), 0);
        if hold_at = 0 or entry_amounts[hold_at] > 0 or -entry_amounts[hold_at] > hold.amount then
            raise exception using errcode = 'LG011', message = 'a capture takes at most the held amount from the held account',
                detail = json_build_object('held', hold.amount);
        end if;
    end if;

    -- An account without overdraft that is spread over shards is judged by all of them when it gives; an account that
    -- receives is one row.
    for head in
        select h.account_id, h.shard, h.balance, h.held, h.currency, h.may_overdraw, h.changed_at,
               h.shard = slot % h.shards as own
        from ledger.heads h
        where h.account_id = any (entry_accounts)
          and (h.shard = slot % h.shards
               or not h.may_overdraw and h.shards > 1 and entry_amounts[array_position(entry_accounts, h.account_id)] < 0)
        order by h.account_id, h.shard
        for no key update
    loop
        if head.account_id is distinct from entry_accounts[i] then
            if total < 0 then
                exit;
            end if;
            i := i + 1;
            if head.account_id is distinct from entry_accounts[i] then
                exit;
            end if;
            total := null;
        end if;
        if head.currency <> entry_currencies[i] then
            raise exception using errcode = 'LG003', message = 'the account has another currency',
                detail = json_build_object('account', head.account_id);
        end if;
        if head.may_overdraw or entry_amounts[i] > 0 then
            total := 0;
        else
            total := coalesce(total, entry_amounts[i] + case when i = hold_at then hold.amount else 0 end)
                + head.balance - head.held;
        end if;
        if head.own then
            own_shards[i] := head.shard;
            at := greatest(at, head.changed_at);
        end if;
    end loop;
    if total < 0 then
        raise exception using errcode = 'LG001', message = 'insufficient funds',
            detail = json_build_object('account', entry_accounts[i], 'missing', -total);
    end if;
    for i in 1 .. n loop
        if own_shards[i] is null then
            raise exception using errcode = 'LG002', message = 'there is no such account',
                detail = json_build_object('account', entry_accounts[i]);
        end if;
    end loop;

    -- One moment for all entries, not before any earlier entry of these accounts even if the clock was set back: now that
    -- all are locked.
    at := greatest(at, clock_timestamp());
    insert into ledger.transfers
        values (transfer, post_transfer.kind, post_transfer.reference, post_transfer.reverses, post_transfer.captures, content, at);
    with moved as (
        update ledger.heads h
        set seq = h.seq + 1, balance = h.balance + e.amount, changed_at = at,
            held = case when h.account_id = hold.account_id then h.held - hold.amount else h.held end,
            hash = ledger.hash_of(h.hash, h.account_id, h.shard, h.seq + 1, transfer, e.amount, h.balance + e.amount, at, content)
        from unnest(entry_accounts, own_shards, entry_amounts) as e (account, shard, amount)
        where h.account_id = e.account and h.shard = e.shard
        returning h.account_id, h.shard, h.seq, h.currency, e.amount, h.balance, h.hash
    )
    insert into ledger.entries
        select m.account_id, m.shard, m.seq, transfer, m.currency, m.amount, m.balance, at, m.hash from moved m;
    if hold_at > 0 then
        update ledger.holds h set state = 'CAPTURED', captured = -entry_amounts[hold_at], closed_at = at where h.id = hold.id;
    end if;
    if event_id is not null then
        insert into ledger.outbox values (event_id, event_type, event, at);
    end if;
    repeated := false;
    recorded_at := at;
end $$;
