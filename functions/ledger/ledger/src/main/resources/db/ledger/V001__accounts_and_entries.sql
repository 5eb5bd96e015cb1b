-- Why: double-entry books (财务库). Money moves by transfers of two or more entries that sum to zero per currency; what is
-- written stays written. Only functions of this schema write here: the role reads and calls them (V005).
-- Undo: drop table entries, transfers, holds, heads, accounts, account_kinds, currencies; drop function refuse_change,
-- check_entries. That forgets money: export first.

create table currencies (
    code text primary key check (code ~ '^[A-Z]{3,4}$'),
    -- digits behind the point of the major unit; amounts are always whole minor units
    digits smallint not null check (digits between 0 and 4)
);

insert into currencies values ('COIN', 0), ('CNY', 2), ('USD', 2), ('EUR', 2), ('JPY', 0);

create table account_kinds (
    kind text primary key check (kind ~ '^[A-Z][A-Z_]{2,29}$'),
    overdraft text not null check (overdraft in ('FORBIDDEN', 'ALLOWED')),
    -- Rows that an account's balance is spread over, so that transfers which only add to it do not wait for each other.
    shards smallint not null check (shards between 1 and 64),
    -- Holds are placed where one row says what is available.
    holds boolean not null check (not holds or (shards = 1 and overdraft = 'FORBIDDEN'))
);

insert into account_kinds values
    ('WALLET', 'FORBIDDEN', 1, true),          -- what a viewer can spend
    ('PENDING_INCOME', 'FORBIDDEN', 8, false), -- a streamer's income inside the holding period: credited by whole rooms at once
    ('PAYABLE_INCOME', 'FORBIDDEN', 1, true),  -- what a streamer can withdraw
    ('COMMISSION', 'ALLOWED', 16, false),      -- the platform's share of gifts; a reversal may take back more than is there
    ('SALES', 'ALLOWED', 16, false),           -- what was paid for coins
    ('ISSUANCE', 'ALLOWED', 16, false),        -- the other side of every coin that exists: never above zero
    ('CLEARING', 'ALLOWED', 16, false);        -- what payment providers owe us, below zero, or have paid out for us

-- An account's id is made of owner, kind and currency (function account_id), so that nobody has to look it up.
create table accounts (
    id uuid primary key,
    owner text not null check (length(owner) between 1 and 255 and owner !~ '[[:cntrl:]]'),
    kind text not null references account_kinds,
    currency text not null references currencies,
    opened_at timestamptz not null,
    unique (owner, kind, currency)
);

-- Where a chain of entries stands: one row an account and shard, the only rows that change with a transfer. What is copied
-- from accounts and account_kinds never changes there; it is here so that a transfer reads one table.
create table heads (
    account_id uuid not null,
    shard smallint not null check (shard >= 0 and shard < shards),
    shards smallint not null,
    currency text not null,
    may_overdraw boolean not null,
    seq bigint not null default 0 check (seq >= 0),
    balance bigint not null default 0,
    held bigint not null default 0 check (held >= 0),
    changed_at timestamptz not null,
    hash bytea not null check (length(hash) = 32),
    primary key (account_id, shard),
    constraint no_overdraft check (may_overdraw or shards > 1 or balance >= held)
) with (fillfactor = 50); -- room for the next version on the same page: such updates touch no index

create table transfers (
    id uuid primary key,
    kind text not null check (kind ~ '^[a-z][a-z0-9-]{0,39}$'),
    reference text not null check (length(reference) <= 255),
    reverses uuid check (reverses <> id),
    captures uuid,
    content bytea not null check (length(content) = 32),
    recorded_at timestamptz not null
);

create index transfers_by_time on transfers (recorded_at, id);
create index transfers_by_reversed on transfers (reverses) where reverses is not null;
create unique index transfers_by_hold on transfers (captures) where captures is not null;

-- amount: above zero what the account receives, below zero what it gives. balance: of the shard, after this entry.
-- No foreign keys: checking one would lock a row of a hot account once more. check_entries, the functions and verify hold
-- the same.
create table entries (
    account_id uuid not null,
    shard smallint not null,
    seq bigint not null check (seq > 0),
    transfer_id uuid not null,
    currency text not null,
    amount bigint not null check (amount <> 0 and amount between -9007199254740991 and 9007199254740991),
    balance bigint not null,
    recorded_at timestamptz not null,
    hash bytea not null check (length(hash) = 32),
    primary key (account_id, shard, seq),
    unique (transfer_id, account_id)
);

create table holds (
    id uuid primary key,
    account_id uuid not null references accounts,
    currency text not null,
    amount bigint not null check (amount between 1 and 9007199254740991),
    reference text not null check (length(reference) <= 255),
    content bytea not null check (length(content) = 32),
    placed_at timestamptz not null,
    expires_at timestamptz not null,
    state text not null check (state in ('OPEN', 'CAPTURED', 'RELEASED', 'EXPIRED')),
    captured bigint check (captured between 1 and amount),
    closed_at timestamptz,
    check ((state = 'OPEN') = (closed_at is null)),
    check ((state = 'CAPTURED') = (captured is not null))
);

create index holds_to_expire on holds (expires_at) where state = 'OPEN';
create index holds_open on holds (account_id) where state = 'OPEN';

-- Nobody changes what was recorded, the owner of the schema included.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception using errcode = 'LG014', message = tg_table_name || ' are never changed; post another transfer';
end $$;

create trigger immutable before update or delete or truncate on accounts for each statement execute function refuse_change();
create trigger immutable before update or delete or truncate on transfers for each statement execute function refuse_change();
create trigger immutable before update or delete or truncate on entries for each statement execute function refuse_change();

-- Entries of a transfer are written by one statement. An amount is never zero, so a currency that sums to zero has two
-- entries or more.
create function check_entries() returns trigger language plpgsql as $$
begin
    if exists (select from written group by transfer_id, currency having sum(amount) <> 0) then
        raise exception using errcode = 'LG006', message = 'entries of a transfer must sum to zero in each currency';
    end if;
    return null;
end $$;

create trigger balanced after insert on entries referencing new table as written
    for each statement execute function check_entries();
