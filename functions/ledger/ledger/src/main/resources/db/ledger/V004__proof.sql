-- Why: whoever changes or removes a line behind the functions' back is found out, and the line is named.
-- Undo: drop table checkpoints, checkpoint_lines, outbox; drop function seal, checkpoint_hash, verify_entries,
-- verify_transfers, verify_books.

-- State and outgoing event commit together; the shape is that of every capability.
create table outbox (
    id uuid primary key,
    type varchar(200) not null,
    event text not null,
    happened_at timestamptz not null
);

-- A seal over the heads at one moment, chained to the one before. Its hash leaves the database as an event: who keeps that
-- can tell when entries below it were removed together with everything here that tells of them.
create table checkpoints (
    number bigint primary key check (number > 0),
    sealed_at timestamptz not null,
    lines bigint not null check (lines > 0),
    hash bytea not null check (length(hash) = 32)
);

-- The heads that had moved since they were sealed before.
create table checkpoint_lines (
    account_id uuid not null,
    shard smallint not null,
    seq bigint not null,
    checkpoint bigint not null,
    hash bytea not null check (length(hash) = 32),
    primary key (account_id, shard, seq)
);

create index checkpoint_lines_by_checkpoint on checkpoint_lines (checkpoint);

create trigger immutable before update or delete or truncate on checkpoints for each statement execute function refuse_change();
create trigger immutable before update or delete or truncate on checkpoint_lines for each statement execute function refuse_change();

-- Everything a checkpoint covers, and the checkpoint before.
create function checkpoint_hash(before bytea, wanted bigint, sealed_at timestamptz) returns bytea language sql stable as $$
    select sha256($1 || int8send($2) || timestamptz_send($3) || int8send(count(*))
        || sha256(coalesce(string_agg(uuid_send(l.account_id) || int2send(l.shard) || int8send(l.seq) || l.hash, ''
                                      order by l.account_id, l.shard), '')))
    from ledger.checkpoint_lines l where l.checkpoint = $2
$$;

-- Seals up to `most` heads that moved; none moved, no checkpoint. The heads are those of one snapshot.
create function seal(most integer) returns table (number bigint, sealed_at timestamptz, lines bigint, hash bytea)
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    one_at_a_time constant bigint := 5277865511; -- any number of our own
    before ledger.checkpoints;
begin
    perform pg_advisory_xact_lock(one_at_a_time);
    select * into before from ledger.checkpoints c order by c.number desc limit 1;
    seal.number := coalesce(before.number, 0) + 1;
    seal.sealed_at := date_trunc('milliseconds', clock_timestamp());
    insert into ledger.checkpoint_lines (account_id, shard, seq, checkpoint, hash)
        select h.account_id, h.shard, h.seq, seal.number, h.hash
        from ledger.heads h
        where h.seq > coalesce((select max(l.seq) from ledger.checkpoint_lines l
                                where l.account_id = h.account_id and l.shard = h.shard), 0)
        order by h.account_id, h.shard limit most;
    get diagnostics lines = row_count;
    if lines = 0 then
        return;
    end if;
    seal.hash := ledger.checkpoint_hash(coalesce(before.hash, sha256('')), seal.number, seal.sealed_at);
    insert into ledger.checkpoints values (seal.number, seal.sealed_at, seal.lines, seal.hash);
    insert into ledger.outbox select e.id, e.type, json_build_object('specversion', '1.0', 'id', e.id, 'type', e.type,
            'source', '/ledger', 'subject', seal.number::text, 'time', to_char(seal.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'datacontenttype', 'application/json',
            'data', json_build_object('number', seal.number, 'lines', seal.lines, 'hash', encode(seal.hash, 'hex')))::text,
            seal.sealed_at
        from (select uuidv7() as id, 'dev.vitrine.ledger.sealed.v1' as type) e;
    return next;
end $$;

-- Walks up to `most` entries behind a place, chain by chain, and names the first that is not what its chain says.
-- An account's chain begins at the hash of its own name (open_account). Last place null: nothing was left.
create function verify_entries(after_account uuid, after_shard smallint, after_seq bigint, most integer,
        out checked integer, out last_account uuid, out last_shard smallint, out last_seq bigint,
        out problem text, out account_id uuid, out shard smallint, out seq bigint, out transfer_id uuid)
language sql stable security definer set search_path = ledger, pg_temp as $$
    with page as materialized (
        select e.* from ledger.entries e
        where (e.account_id, e.shard, e.seq) >= (after_account, after_shard, after_seq)
        order by e.account_id, e.shard, e.seq limit most + 1
    ), linked as (
        select p.*, lag(p.seq) over chain as before_seq, lag(p.balance) over chain as before_balance,
               lag(p.hash) over chain as before_hash
        from page p window chain as (partition by p.account_id, p.shard order by p.seq)
    ), judged as (
        select l.account_id, l.shard, l.seq, l.transfer_id, case
            when l.seq <> coalesce(l.before_seq, 0) + 1 then 'entry-missing-before'
            when t.id is null then 'transfer-missing'
            when a.id is null then 'account-missing'
            when a.currency <> l.currency then 'currency-changed'
            when l.balance::numeric <> coalesce(l.before_balance, 0)::numeric + l.amount then 'balance-changed'
            when l.recorded_at <> t.recorded_at then 'time-changed'
            when l.hash <> ledger.hash_of(coalesce(l.before_hash, sha256(uuid_send(l.account_id) || int2send(l.shard))),
                l.account_id, l.shard, l.seq, l.transfer_id, l.amount, l.balance, l.recorded_at, t.content) then 'entry-changed'
            end as problem
        from linked l left join ledger.transfers t on t.id = l.transfer_id left join ledger.accounts a on a.id = l.account_id
        where (l.account_id, l.shard, l.seq) > (after_account, after_shard, after_seq)
    ), total as (select count(*)::integer as checked from judged),
    final as (select * from judged j order by j.account_id desc, j.shard desc, j.seq desc limit 1),
    broken as (select * from judged j where j.problem is not null order by j.account_id, j.shard, j.seq limit 1)
    select t.checked, f.account_id, f.shard, f.seq, b.problem, b.account_id, b.shard, b.seq, b.transfer_id
    from total t left join final f on true left join broken b on true
$$;

-- Walks up to `most` transfers behind an id, and names the first that does not balance or is not what was asked for.
create function verify_transfers(after uuid, most integer, out checked integer, out last uuid, out problem text,
        out transfer_id uuid)
language sql stable security definer set search_path = ledger, pg_temp as $$
    with page as materialized (
        select t.* from ledger.transfers t where t.id > after order by t.id limit most
    ), judged as (
        select p.id, case
            when exists (select from ledger.entries e where e.transfer_id = p.id
                         group by e.currency having sum(e.amount) <> 0) then 'not-balanced'
            when p.content is distinct from ledger.content_of(p.kind, p.reverses, p.captures, e.accounts, e.currencies, e.amounts,
                p.reference) then 'transfer-changed'
            end as problem
        from page p left join lateral (
            select array_agg(e.account_id order by e.account_id) as accounts,
                   array_agg(e.currency order by e.account_id) as currencies,
                   array_agg(e.amount order by e.account_id) as amounts
            from ledger.entries e where e.transfer_id = p.id) e on true
    )
    select t.checked, t.last, b.problem, b.id
    from (select count(*)::integer as checked, (select j.id from judged j order by j.id desc limit 1) as last from judged) t
    left join (select j.problem, j.id from judged j where j.problem is not null order by j.id limit 1) b on true
$$;

-- What no page shows by itself: ends that were cut off, seals, holds, overdrafts.
-- The first row found; none when all is well.
create function verify_books() returns table (problem text, account_id uuid, shard smallint, seq bigint, transfer_id uuid)
language sql stable security definer set search_path = ledger, pg_temp as $$
    (select 'account-changed', a.id, null::smallint, null::bigint, null::uuid from ledger.accounts a
     where a.id <> ledger.account_id(a.owner, a.kind, a.currency) limit 1)
    union all
    (select 'head-missing', a.id, null, null, null from ledger.accounts a join ledger.account_kinds k on k.kind = a.kind
     where (select count(*) from ledger.heads h where h.account_id = a.id and h.shards = k.shards and h.currency = a.currency
                and h.may_overdraw = (k.overdraft = 'ALLOWED')) <> k.shards limit 1)
    union all
    (select 'entry-missing', h.account_id, h.shard, coalesce(e.seq, 0) + 1, null
     from ledger.heads h left join lateral (select * from ledger.entries e where e.account_id = h.account_id and e.shard = h.shard
                                            order by e.seq desc limit 1) e on true
     where h.seq > coalesce(e.seq, 0) limit 1)
    union all
    (select 'head-changed', h.account_id, h.shard, e.seq, e.transfer_id
     from ledger.heads h left join lateral (select * from ledger.entries e where e.account_id = h.account_id and e.shard = h.shard
                                            order by e.seq desc limit 1) e on true
     where h.seq < coalesce(e.seq, 0) or h.seq = coalesce(e.seq, 0) and (h.balance <> coalesce(e.balance, 0)
        or h.hash <> coalesce(e.hash, sha256(uuid_send(h.account_id) || int2send(h.shard)))) limit 1)
    union all
    (select 'sealed-entry-missing', l.account_id, l.shard, l.seq, e.transfer_id
     from ledger.checkpoint_lines l
     left join ledger.entries e on e.account_id = l.account_id and e.shard = l.shard and e.seq = l.seq
     where e.hash is distinct from l.hash limit 1)
    union all
    (select 'checkpoint-changed', null, null, c.number, null
     from (select c.*, lag(c.hash, 1, sha256('')) over (order by c.number) as before, row_number() over (order by c.number) as place
           from ledger.checkpoints c) c
     where c.number <> c.place or c.lines <> (select count(*) from ledger.checkpoint_lines l where l.checkpoint = c.number)
        or c.hash <> ledger.checkpoint_hash(c.before, c.number, c.sealed_at) order by c.number limit 1)
    union all
    (select 'transfer-empty', null, null, null, t.id from ledger.transfers t
     where not exists (select from ledger.entries e where e.transfer_id = t.id) limit 1)
    union all
    (select 'hold-changed', h.account_id, h.shard, null, null from ledger.heads h
     where h.held <> coalesce((select sum(o.amount) from ledger.holds o
                               where o.account_id = h.account_id and h.shard = 0 and o.state = 'OPEN'), 0) limit 1)
    union all
    (select 'overdrawn', h.account_id, null, null, null from ledger.heads h where not h.may_overdraw
     group by h.account_id having sum(h.balance) < sum(h.held) limit 1)
    limit 1
$$;
