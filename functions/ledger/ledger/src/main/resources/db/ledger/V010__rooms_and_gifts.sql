-- Why: gifts. A gift is one transfer, and what is counted of it commits with it.
-- Undo: drop function send_gift; drop table gifts, givers, streamer_days, gift_kinds, commission_shares, streamer_contracts,
-- rooms, followers, fans. The money of gifts stays in the books; who gave which is forgotten: export first.

-- What room events told last; another capability's tables are not ours to read.
create table rooms (
    id uuid primary key,
    streamer text not null,
    streamer_name text not null,
    title text not null,
    kind text not null,
    state text not null check (state in ('SCHEDULED', 'READY', 'LIVE', 'INTERRUPTED', 'ENDED', 'REPLAY_READY', 'CANCELLED')),
    state_at timestamptz not null
);

create index rooms_by_streamer on rooms (streamer, state_at desc);

create table gift_kinds (
    code text primary key check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
    name_en text not null check (length(name_en) between 1 and 40),
    name_zh text not null check (length(name_zh) between 1 and 40),
    price bigint not null check (price between 1 and 1000000), -- coins
    animation text not null check (animation in ('HEART', 'ROSE', 'STAR', 'FIREWORKS', 'CAR', 'ROCKET', 'CASTLE')),
    offered boolean not null default true
);

insert into gift_kinds (code, name_en, name_zh, price, animation) values
    ('heart', 'Heart', '小心心', 1, 'HEART'),
    ('rose', 'Rose', '玫瑰', 5, 'ROSE'),
    ('lucky-star', 'Lucky star', '幸运星', 20, 'STAR'),
    ('fireworks', 'Fireworks', '烟花', 99, 'FIREWORKS'),
    ('sports-car', 'Sports car', '跑车', 520, 'CAR'),
    ('rocket', 'Rocket', '火箭', 1314, 'ROCKET'),
    ('castle', 'Castle', '城堡', 5200, 'CASTLE');

-- The streamer's part in hundredths of a percent, by kind of room ...
create table commission_shares (
    room_kind text primary key,
    streamer_basis_points integer not null check (streamer_basis_points between 0 and 10000)
);

insert into commission_shares values ('BRAND', 7000), ('MARKETPLACE', 5000), ('PARTNER', 6000);

-- ... unless a contract with the streamer says otherwise. Of several in force the youngest counts.
create table streamer_contracts (
    streamer text not null check (length(streamer) between 1 and 255),
    since timestamptz not null,
    until timestamptz check (until > since),
    streamer_basis_points integer not null check (streamer_basis_points between 0 and 10000),
    primary key (streamer, since)
);

-- One row a gift; its id is that of its transfer.
create table gifts (
    id uuid primary key,
    room_id uuid not null,
    sender text not null,
    streamer text not null,
    kind text not null,
    pieces integer not null check (pieces between 1 and 9999),
    coins bigint not null check (coins > 0),
    income bigint not null check (income >= 0),
    commission bigint not null check (commission >= 0),
    combo integer not null check (combo > 0),
    balance bigint not null check (balance >= 0), -- what the sender could still spend
    day date not null,
    sent_at timestamptz not null,
    check (coins = income + commission)
);

create index gifts_by_sender on gifts (room_id, sender, kind, sent_at desc);
create index gifts_by_streamer on gifts (streamer, sent_at);

create trigger immutable before update or delete or truncate on gifts for each statement execute function refuse_change();

-- Who gave how much in a room. A row is touched by gifts of its person only, which follow each other anyway.
create table givers (
    room_id uuid not null,
    sender text not null,
    viewer text not null check (viewer ~ '^[a-z2-7]{16}$'), -- how the room names the sender
    name text not null,
    coins bigint not null check (coins > 0),
    primary key (room_id, sender)
);

create index givers_by_coins on givers (room_id, coins desc, viewer);

-- What a streamer was given on a day, spread over rows so that a crowd's gifts do not wait for each other.
create table streamer_days (
    day date not null,
    streamer text not null,
    shard smallint not null check (shard between 0 and 15),
    given bigint not null check (given > 0),
    primary key (streamer, day, shard)
);

create index streamer_days_by_day on streamer_days (day);

-- Who follows whom, by the last event; and how many, so that nobody counts a million rows.
create table followers (
    streamer text not null,
    follower text not null,
    follows boolean not null,
    told_at timestamptz not null,
    primary key (streamer, follower)
);

create table fans (
    streamer text not null,
    day date not null, -- of the last change: the number at its end
    fans bigint not null check (fans >= 0),
    primary key (streamer, day)
);

-- Moves a gift's coins and counts it, once. What is counted is read behind the lock of the sender's wallet, so that gifts of
-- one person follow each other.
--
-- event: its time and combo are set here, because nobody knows them before.
create function send_gift(gift uuid, room uuid, giver text, giver_name text, giver_viewer text, receiver text, gift_kind text,
        gift_pieces integer, gift_income bigint, gift_commission bigint, entry_accounts uuid[], entry_amounts bigint[],
        day_zone text, event_id uuid, event_type text, event jsonb, out combo integer, out balance bigint, out sent_at timestamptz)
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    combo_gap constant interval := '10 seconds';
    day_shards constant integer := 16;
    posted record;
    before ledger.gifts;
    gift_day date;
begin
    perform ledger.open_account(giver, 'WALLET', 'COIN');
    perform ledger.open_account(receiver, 'PENDING_INCOME', 'COIN');
    perform ledger.open_account('platform', 'COMMISSION', 'COIN');
    select * into posted from ledger.post_transfer(gift, 'gift', concat_ws(':', room, gift_kind, gift_pieces), entry_accounts,
        array_fill('COIN'::text, array[cardinality(entry_accounts)]), entry_amounts);
    sent_at := posted.recorded_at;
    if posted.repeated then
        select g.combo, g.balance into combo, balance from ledger.gifts g where g.id = gift;
        return;
    end if;
    select * into before from ledger.gifts g
        where g.room_id = room and g.sender = giver and g.kind = gift_kind order by g.sent_at desc limit 1;
    combo := case when before.sent_at >= posted.recorded_at - combo_gap then before.combo + 1 else 1 end;
    select h.balance - h.held into balance from ledger.heads h
        where h.account_id = ledger.account_id(giver, 'WALLET', 'COIN') and h.shard = 0;
    gift_day := (posted.recorded_at at time zone day_zone)::date;
    insert into ledger.gifts values (gift, room, giver, receiver, gift_kind, gift_pieces, gift_income + gift_commission,
        gift_income, gift_commission, send_gift.combo, send_gift.balance, gift_day, posted.recorded_at);
    insert into ledger.givers as g values (room, giver, giver_viewer, giver_name, gift_income + gift_commission)
        on conflict (room_id, sender) do update set coins = g.coins + excluded.coins, name = excluded.name, viewer = excluded.viewer;
    insert into ledger.streamer_days as d values (gift_day, receiver, (uuid_hash(gift) & 2147483647) % day_shards, gift_income + gift_commission)
        on conflict (streamer, day, shard) do update set given = d.given + excluded.given;
    event := jsonb_set(event, '{data,combo}', to_jsonb(send_gift.combo));
    event := jsonb_set(event, '{time}', to_jsonb(to_char(posted.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')));
    insert into ledger.outbox values (event_id, event_type, event::text, posted.recorded_at);
end $$;

-- Takes what an event says of a follower; an older one changes nothing.
create function take_follower(followed text, person text, now_follows boolean, told timestamptz, day_zone text) returns void
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    told_day constant date := (told at time zone day_zone)::date;
    before boolean;
    fans_before bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended('fans ' || followed, 0));
    select f.follows into before from ledger.followers f where f.streamer = followed and f.follower = person;
    insert into ledger.followers as f values (followed, person, now_follows, told)
        on conflict (streamer, follower) do update set follows = excluded.follows, told_at = excluded.told_at
            where f.told_at < excluded.told_at;
    if not found or coalesce(before, false) = now_follows then
        return;
    end if;
    select f.fans into fans_before from ledger.fans f where f.streamer = followed order by f.day desc limit 1;
    insert into ledger.fans as f
        values (followed, told_day, greatest(coalesce(fans_before, 0) + case when now_follows then 1 else -1 end, 0))
        on conflict (streamer, day) do update set fans = excluded.fans;
end $$;

revoke insert, update, delete on gifts, givers, streamer_days, followers, fans, gift_kinds, commission_shares, streamer_contracts from ledger;
revoke execute on function send_gift, take_follower from public;
grant execute on function send_gift, take_follower to ledger;
