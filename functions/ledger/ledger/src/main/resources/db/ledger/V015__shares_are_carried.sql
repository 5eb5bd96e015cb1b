-- Why: what a streamer's share left below a whole coin was the platform's, gift by gift. So 24 single hearts at 70 % paid nothing and
-- ten in one gift paid 7: income depended on how taps were grouped. Now what is left is carried to the streamer's next gift.
-- Undo: create send_gift as V014 has it; drop function take_share, verify_shares; drop table carried_shares; alter table gifts
-- drop column share.

-- The streamer's part of this gift in hundredths of a percent; null for gifts from before, whose rest nobody carried.
alter table gifts add column share integer check (share between 0 and 10000);

-- What is left of shares below a whole coin, in ten-thousandths of one. Rows as many as a crowd needs so that gifts to one
-- streamer do not wait for each other: a quiet streamer's whole rest is in the first.
create table carried_shares (
    streamer text not null,
    place smallint not null check (place between 0 and 15),
    rest integer not null default 0 check (rest between 0 and 9999),
    primary key (streamer, place)
) with (fillfactor = 50);

-- The whole coins that a streamer gets of a gift, with what was carried; what is left is carried on.
--
-- Locks the first row that no other gift has, and gathers one more that a crowd left something in; before any head of an
-- account, so that no two gifts wait for each other in a circle. With every row taken it waits for one.
create function take_share(payee text, given bigint, basis_points integer, gift uuid) returns bigint
language plpgsql set search_path = ledger, pg_temp as $$
declare
    whole constant integer := 10000;
    places constant integer := 16;
    own ledger.carried_shares;
    other ledger.carried_shares;
    fine bigint;
    income bigint;
    kept integer;
begin
    if not exists (select from ledger.carried_shares c where c.streamer = payee) then
        insert into ledger.carried_shares select payee, p from generate_series(0, places - 1) p on conflict do nothing;
    end if;
    select * into own from ledger.carried_shares c where c.streamer = payee order by c.place limit 1 for no key update skip locked;
    if not found then
        select * into own from ledger.carried_shares c
            where c.streamer = payee and c.place = (uuid_hash(gift) & 2147483647) % places for no key update;
    end if;
    select * into other from ledger.carried_shares c
        where c.streamer = payee and c.place > own.place and c.rest > 0 order by c.place limit 1 for no key update skip locked;
    fine := given * basis_points + own.rest + coalesce(other.rest, 0);
    -- nobody is paid more than was given: the platform gives nothing to a gift
    income := least(fine / whole, given);
    fine := fine - income * whole;
    kept := least(fine, whole - 1);
    if kept <> own.rest then
        update ledger.carried_shares c set rest = kept where c.streamer = payee and c.place = own.place;
    end if;
    if other.rest > 0 then
        update ledger.carried_shares c set rest = fine - kept where c.streamer = payee and c.place = other.place;
    end if;
    return income;
end $$;

create or replace function send_gift(gift uuid, room uuid, giver text, giver_name text, giver_viewer text, gift_code text,
        gift_pieces integer, day_zone text, event_id uuid, out repeated boolean, out coins bigint, out balance bigint,
        out combo integer, out sent_at timestamptz)
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    combo_gap constant interval := '10 seconds';
    day_shards constant integer := 16;
    known ledger.gifts;
    before ledger.gifts;
    show record; -- the room, and the streamer's share in it
    offered ledger.gift_kinds;
    income bigint;
    wallet uuid;
    payee uuid;
    commission uuid;
    entries record;
    posted record;
    gift_day date;
begin
    perform pg_advisory_xact_lock(uuid_hash_extended(gift, 0));
    select * into known from ledger.gifts g where g.id = gift;
    if found then
        if known.room_id <> room or known.sender <> giver or known.kind <> gift_code or known.pieces <> gift_pieces then
            raise exception using errcode = 'LG004', message = 'the id was used for another gift';
        end if;
        repeated := true;
        coins := known.coins;
        balance := known.balance;
        combo := known.combo;
        sent_at := known.sent_at;
        return;
    end if;

    perform pg_advisory_xact_lock_shared(hashtextextended('room ' || room, 0));
    select r.streamer, r.kind, r.state, coalesce(c.streamer_basis_points, s.streamer_basis_points) as share into show
        from ledger.rooms r
        left join ledger.commission_shares s on s.room_kind = r.kind
        left join lateral (
            select c.streamer_basis_points from ledger.streamer_contracts c
            where c.streamer = r.streamer and c.since <= now() and (c.until is null or c.until > now())
            order by c.since desc limit 1) c on true
        where r.id = room;
    if not found then
        raise exception using errcode = 'LG026', message = 'there is no such room';
    end if;
    select * into offered from ledger.gift_kinds k where k.code = gift_code and k.offered;
    if not found then
        raise exception using errcode = 'LG027', message = 'there is no such gift';
    end if;
    if show.state not in ('LIVE', 'INTERRUPTED') then
        raise exception using errcode = 'LG028', message = 'the room takes no gifts now',
            detail = json_build_object('state', show.state);
    end if;
    if show.streamer = giver then
        raise exception using errcode = 'LG029', message = 'nobody gives in their own room';
    end if;
    if show.share is null then
        raise exception 'commission_shares has no row for rooms of kind %', show.kind;
    end if;

    coins := offered.price * gift_pieces;
    income := ledger.take_share(show.streamer, coins, show.share, gift);
    wallet := ledger.open_account(giver, 'WALLET', 'COIN');
    payee := ledger.open_account(show.streamer, 'PENDING_INCOME', 'COIN');
    commission := ledger.open_account('platform', 'COMMISSION', 'COIN');
    select array_agg(e.account order by e.account) as accounts, array_agg('COIN'::text) as currencies,
            array_agg(e.amount order by e.account) as amounts into entries
        from unnest(array[wallet, payee, commission], array[-coins, income, coins - income]) as e (account, amount)
        where e.amount <> 0;
    select * into posted from ledger.post_transfer(gift, 'gift', concat_ws(':', room, gift_code, gift_pieces), entries.accounts,
        entries.currencies, entries.amounts);
    if posted.repeated then
        raise exception using errcode = 'LG004', message = 'the id was used for a transfer that is no gift';
    end if;
    repeated := false;
    sent_at := posted.recorded_at;

    select * into before from ledger.gifts g
        where g.room_id = room and g.sender = giver and g.kind = gift_code order by g.sent_at desc limit 1;
    combo := case when before.sent_at >= send_gift.sent_at - combo_gap then before.combo + 1 else 1 end;
    select h.balance - h.held into balance from ledger.heads h where h.account_id = wallet and h.shard = 0;
    gift_day := (send_gift.sent_at at time zone day_zone)::date;
    insert into ledger.gifts values (gift, room, giver, show.streamer, gift_code, gift_pieces, send_gift.coins,
        income, send_gift.coins - income, send_gift.combo, send_gift.balance, gift_day, send_gift.sent_at, show.share);
    insert into ledger.givers as g values (room, giver, giver_viewer, giver_name, send_gift.coins)
        on conflict (room_id, sender) do update set coins = g.coins + excluded.coins, name = excluded.name, viewer = excluded.viewer;
    insert into ledger.streamer_days as d
        values (gift_day, show.streamer, (uuid_hash(gift) & 2147483647) % day_shards, send_gift.coins)
        on conflict (streamer, day, shard) do update set given = d.given + excluded.given;
    insert into ledger.outbox select event_id, e.type, jsonb_build_object('specversion', '1.0', 'id', event_id, 'type', e.type,
            'source', '/ledger', 'subject', room,
            'time', to_char(send_gift.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'datacontenttype', 'application/json',
            'data', jsonb_build_object('id', gift, 'roomId', room, 'viewer', giver_viewer, 'name', giver_name,
                'gift', gift_code, 'giftName', jsonb_build_object('en', offered.name_en, 'zh', offered.name_zh),
                'animation', offered.animation, 'count', gift_pieces, 'coins', send_gift.coins,
                'combo', send_gift.combo))::text, send_gift.sent_at
        from (select 'dev.vitrine.ledger.gift-sent.v1' as type) e;
end $$;

-- Names a streamer whose gifts were not shared as agreed: all that was due is paid, or carried. None when all is well.
create function verify_shares() returns table (problem text, account_id uuid, shard smallint, seq bigint, transfer_id uuid)
language sql stable security definer set search_path = ledger, pg_temp as $$
    select 'share-not-paid', ledger.account_id(coalesce(g.streamer, c.streamer), 'PENDING_INCOME', 'COIN'), null::smallint, null::bigint, null::uuid
    from (select g.streamer, sum(g.coins::numeric * g.share - g.income::numeric * 10000) as due
          from ledger.gifts g where g.share is not null group by g.streamer) g
    full join (select c.streamer, sum(c.rest) as rest from ledger.carried_shares c group by c.streamer) c on c.streamer = g.streamer
    where coalesce(g.due, 0) <> coalesce(c.rest, 0)
    order by 2 limit 1
$$;

revoke insert, update, delete on carried_shares from ledger;
revoke execute on function take_share, verify_shares from public;
grant execute on function verify_shares to ledger;
