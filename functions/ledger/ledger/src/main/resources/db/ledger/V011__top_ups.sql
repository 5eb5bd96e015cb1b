-- Why: coins are bought. What a provider tells is taken once, and captured money is never lost.
-- Undo: drop function start_top_up, keep_session, take_payment; drop table top_ups, payment_events, coin_packages. The money of
-- top-ups stays in the books.

create table coin_packages (
    code text primary key check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    coins bigint not null check (coins between 1 and 10000000),
    currency text not null references currencies check (currency <> 'COIN'),
    price bigint not null check (price between 1 and 100000000), -- minor units
    offered boolean not null default true
);

insert into coin_packages (code, coins, currency, price) values
    ('coins-60', 60, 'CNY', 600),
    ('coins-300', 300, 'CNY', 3000),
    ('coins-1000', 1000, 'CNY', 9800),
    ('coins-5000', 5000, 'CNY', 48800),
    ('coins-20000', 20000, 'CNY', 188000);

-- Its id is that of its transfer, and its reference at the provider.
create table top_ups (
    id uuid primary key,
    owner text not null,
    package text not null,
    method text not null check (method in ('ALIPAY', 'CARD')),
    coins bigint not null check (coins > 0),
    currency text not null references currencies,
    amount bigint not null check (amount > 0),
    provider text not null,
    session text, -- what the provider calls it; unknown until it answered
    pay_url text,
    state text not null check (state in ('PENDING', 'PAID', 'REFUSED', 'EXPIRED')),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    closed_at timestamptz,
    check ((state = 'PENDING') = (closed_at is null))
);

create index top_ups_by_owner on top_ups (owner, created_at desc, id desc);

-- Every event that was taken, by the provider's own id.
create table payment_events (
    provider text not null,
    id text not null check (length(id) between 1 and 100),
    top_up uuid not null,
    type text not null check (type in ('SUCCEEDED', 'REFUSED', 'EXPIRED')),
    taken_at timestamptz not null,
    changed boolean not null,
    primary key (provider, id)
);

create trigger immutable before update or delete or truncate on payment_events for each statement execute function refuse_change();

-- Starts a top-up, or finds it started.
create function start_top_up(wanted uuid, buyer text, wanted_package text, wanted_method text, wanted_coins bigint,
        wanted_currency text, wanted_amount bigint, wanted_provider text, lifetime interval, most_open integer) returns top_ups
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    known ledger.top_ups;
    at constant timestamptz := clock_timestamp();
begin
    perform pg_advisory_xact_lock(hashtextextended('top-ups ' || buyer, 0));
    select * into known from ledger.top_ups t where t.id = wanted;
    if found then
        if known.package <> wanted_package or known.method <> wanted_method then
            raise exception using errcode = 'LG004', message = 'the id was used for another top-up';
        end if;
        return known;
    end if;
    if (select count(*) from ledger.top_ups t where t.owner = buyer and t.state = 'PENDING' and t.expires_at > at) >= most_open then
        raise exception using errcode = 'LG020', message = 'too many top-ups wait for payment';
    end if;
    insert into ledger.top_ups (id, owner, package, method, coins, currency, amount, provider, state, created_at, expires_at)
        values (wanted, buyer, wanted_package, wanted_method, wanted_coins, wanted_currency, wanted_amount, wanted_provider,
            'PENDING', at, at + lifetime)
        returning * into known;
    return known;
end $$;

-- What the provider answered. A callback may have been quicker, and then knows the session already.
create function keep_session(wanted uuid, wanted_session text, wanted_url text) returns top_ups
language sql security definer set search_path = ledger, pg_temp as $$
    update ledger.top_ups t set session = coalesce(t.session, wanted_session), pay_url = coalesce(t.pay_url, wanted_url)
    where t.id = wanted returning t.*
$$;

-- Takes what a provider tells of a payment, in any order and any number of times. Money that was captured brings its coins
-- whatever was told before; after that nothing else counts.
create function take_payment(told_provider text, told_event text, told_type text, wanted uuid, told_session text,
        told_amount bigint, told_currency text, entry_accounts uuid[], entry_currencies text[], entry_amounts bigint[],
        event_id uuid, event_type text, event text, out state text, out changed boolean)
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    known ledger.top_ups;
begin
    select * into known from ledger.top_ups t where t.id = wanted and t.provider = told_provider for update;
    if not found then
        raise exception using errcode = 'LG021', message = 'there is no such top-up';
    end if;
    if known.amount <> told_amount or known.currency <> told_currency or known.session <> told_session then
        raise exception using errcode = 'LG022', message = 'the payment is not that of the top-up';
    end if;
    state := case
        when known.state = 'PAID' or told_type = 'SUCCEEDED' then 'PAID'
        when known.state = 'PENDING' then told_type
        else known.state end;
    changed := state <> known.state;
    insert into ledger.payment_events values (told_provider, told_event, wanted, told_type, clock_timestamp(), changed)
        on conflict do nothing;
    if not changed then
        return;
    end if;
    if state = 'PAID' then
        perform ledger.open_account(known.owner, 'WALLET', 'COIN');
        perform ledger.open_account('platform', 'ISSUANCE', 'COIN');
        perform ledger.open_account('platform', 'CLEARING', known.currency);
        perform ledger.open_account('platform', 'SALES', known.currency);
        perform ledger.post_transfer(known.id, 'top-up', concat_ws(':', told_provider, told_session), entry_accounts,
            entry_currencies, entry_amounts, null, null, event_id, event_type, event);
    end if;
    update ledger.top_ups t set state = take_payment.state, closed_at = clock_timestamp(), session = told_session where t.id = wanted;
end $$;

revoke insert, update, delete on top_ups, payment_events, coin_packages from ledger;
revoke execute on function start_top_up, keep_session, take_payment from public;
grant execute on function start_top_up, keep_session, take_payment to ledger;
