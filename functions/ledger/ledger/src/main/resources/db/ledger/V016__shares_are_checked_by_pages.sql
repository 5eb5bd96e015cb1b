-- Why: whether all shares were paid was asked of every gift in one statement, which outgrows any patience. Now a verification
-- walks gifts by pages, as it walks transfers.
-- The old verify_shares stays for functions of the version before, which may run beside the new ones for a while; a later
-- migration drops it. The form of send_gift that V014 left for theirs goes: nothing calls it any more.
-- Undo: drop the new form of verify_shares; alter table verifications drop column place_streamer, drop column place_gift_at,
-- drop column place_gift, drop column place_due; create the old form of send_gift as V014 has it.

drop function send_gift(uuid, uuid, text, text, text, text, text, integer, bigint, bigint, uuid[], bigint[], text, uuid, text, jsonb);

-- Then gifts are added up by streamer, behind this one; of its streamer so much was due and not paid up to there.
alter table verifications
    add column place_streamer text,
    add column place_gift_at timestamptz,
    add column place_gift uuid,
    add column place_due numeric;

-- Walks up to `most` gifts behind a place, streamer by streamer, and names the first whose gifts were not shared as agreed: all
-- that was due is paid, or carried.
--
-- A streamer is judged where the page that ends with their last gift is read: with what pages before added up, and with the
-- gifts of the last minute, which no page ends in: a gift bears the moment when its accounts were locked and commits a little
-- later, so that behind a place in that minute one could still come up before it.
create function verify_shares(after_streamer text, after_at timestamptz, after_gift uuid, due_before numeric, most integer,
        out checked integer, out last_streamer text, out last_at timestamptz, out last_gift uuid, out last_due numeric,
        out problem text, out account_id uuid)
language sql stable security definer set search_path = ledger, pg_temp as $$
    with page as materialized (
        select g.streamer, g.sent_at, g.id, coalesce(g.coins::numeric * g.share - g.income::numeric * 10000, 0) as due
        from ledger.gifts g
        where (g.streamer, g.sent_at, g.id) > (after_streamer, after_at, after_gift) and g.sent_at < now() - interval '60 seconds'
        order by g.streamer, g.sent_at, g.id limit most
    ), final as (
        select p.*, (select count(*)::integer from page) as gifts from page p
        order by p.streamer desc, p.sent_at desc, p.id desc limit 1
    ), open as ( -- the streamer whose gifts go on behind this page; none when it is the last one
        select f.streamer from final f where f.gifts = most
    ), recent as ( -- each half has a bound that an index can use
        select g.streamer, g.coins, g.share, g.income from ledger.gifts g
        where g.streamer >= after_streamer and g.streamer < (select o.streamer from open o)
            and g.sent_at >= now() - interval '60 seconds'
        union all
        select g.streamer, g.coins, g.share, g.income from ledger.gifts g
        where not exists (select from open) and g.streamer >= after_streamer and g.sent_at >= now() - interval '60 seconds'
    ), due as (
        select d.streamer, sum(d.due) as due from (
            select p.streamer, p.due from page p
            union all
            select after_streamer, due_before
            union all
            select r.streamer, coalesce(r.coins::numeric * r.share - r.income::numeric * 10000, 0) from recent r) d
        group by d.streamer
    ), carried as (
        select c.streamer, sum(c.rest) as rest from (
            select c.streamer, c.rest from ledger.carried_shares c
            where c.streamer >= after_streamer and c.streamer < (select o.streamer from open o)
            union all
            select c.streamer, c.rest from ledger.carried_shares c
            where not exists (select from open) and c.streamer >= after_streamer) c
        group by c.streamer
    ), broken as (
        select coalesce(d.streamer, c.streamer) as streamer from due d full join carried c on c.streamer = d.streamer
        where coalesce(d.due, 0) <> coalesce(c.rest, 0)
            and coalesce(d.streamer, c.streamer) is distinct from (select o.streamer from open o)
        order by 1 limit 1
    )
    select coalesce(f.gifts, 0), f.streamer, f.sent_at, f.id, (select d.due from due d where d.streamer = f.streamer),
        case when b.streamer is not null then 'share-not-paid' end, ledger.account_id(b.streamer, 'PENDING_INCOME', 'COIN')
    from (select) one left join final f on true left join broken b on true
$$;

revoke execute on function verify_shares(text, timestamptz, uuid, numeric, integer) from public;
grant execute on function verify_shares(text, timestamptz, uuid, numeric, integer) to ledger;
