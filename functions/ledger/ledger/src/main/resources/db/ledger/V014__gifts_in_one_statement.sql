-- Why: a gift is decided where it is paid. Room, price, share and giver were read by a statement of their own and handed to
-- send_gift, which believed them; now one call reads, decides, pays, counts and tells, in one round trip.
-- The old form of send_gift stays for functions of the version before, which may run beside the new ones for a while; it
-- decides by the same rules, whatever it is handed. A later migration drops it.
-- Undo: drop function take_room and the new form of send_gift; create the old form again as V010 has it.

-- Takes what an event says of a room; an older one changes nothing. Gifts in this room wait meanwhile, or it waits for them.
create function take_room(told uuid, told_streamer text, told_streamer_name text, told_title text, told_kind text, told_state text,
        told_at timestamptz) returns void
language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('room ' || told, 0));
    insert into ledger.rooms as r (id, streamer, streamer_name, title, kind, state, state_at)
        values (told, told_streamer, told_streamer_name, told_title, told_kind, told_state, told_at)
        on conflict (id) do update set streamer = excluded.streamer, streamer_name = excluded.streamer_name,
            title = excluded.title, kind = excluded.kind, state = excluded.state, state_at = excluded.state_at
        where r.state_at < excluded.state_at;
end $$;

-- Gives, once: decides whether the gift may be given and what it costs, moves its coins, counts it and tells it.
--
-- Locks: the gift's id, so that the same request twice is one gift; then the room, shared, so that no gift is taken in a room
-- that has ended; then as post_transfer does. What is counted is read behind the lock of the giver's wallet, so that gifts of
-- one person follow each other.
--
-- The streamer's part is that of the contract in force, of several the youngest, else that of the room's kind; rounded down to
-- whole coins. The remainder is the platform's.
create function send_gift(gift uuid, room uuid, giver text, giver_name text, giver_viewer text, gift_code text,
        gift_pieces integer, day_zone text, event_id uuid, out repeated boolean, out coins bigint, out balance bigint,
        out combo integer, out sent_at timestamptz)
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    combo_gap constant interval := '10 seconds';
    day_shards constant integer := 16;
    whole constant integer := 10000; -- basis points
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
    income := coins * show.share / whole;
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
        income, send_gift.coins - income, send_gift.combo, send_gift.balance, gift_day, send_gift.sent_at);
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

-- The form of before: believes no price, no share and no account any more.
create or replace function send_gift(gift uuid, room uuid, giver text, giver_name text, giver_viewer text, receiver text, gift_kind text,
        gift_pieces integer, gift_income bigint, gift_commission bigint, entry_accounts uuid[], entry_amounts bigint[],
        day_zone text, event_id uuid, event_type text, event jsonb, out combo integer, out balance bigint, out sent_at timestamptz)
language sql security definer set search_path = ledger, pg_temp as $$
    select s.combo, s.balance, s.sent_at
    from ledger.send_gift(gift, room, giver, giver_name, giver_viewer, gift_kind, gift_pieces, day_zone, event_id) s
$$;

revoke execute on function take_room from public;
revoke execute on function send_gift(uuid, uuid, text, text, text, text, integer, text, uuid) from public;
grant execute on function take_room to ledger;
grant execute on function send_gift(uuid, uuid, text, text, text, text, integer, text, uuid) to ledger;
