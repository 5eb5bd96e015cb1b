-- Why: streamers are paid out, after an operator has looked. The coins are held meanwhile.
-- Undo: drop function request_withdrawal, approve_withdrawal, refuse_withdrawal; drop table withdrawals. Release the open holds first.

-- Its id is that of its hold, and of the transfer that pays it out.
create table withdrawals (
    id uuid primary key,
    streamer text not null,
    streamer_name text not null,
    coins bigint not null check (coins > 0),
    currency text not null references currencies,
    amount bigint not null check (amount > 0),
    state text not null check (state in ('REQUESTED', 'APPROVED', 'REFUSED')),
    requested_at timestamptz not null,
    expires_at timestamptz not null,
    decided_at timestamptz,
    decided_by text,
    reason text check (length(reason) between 1 and 200),
    check ((state = 'REQUESTED') = (decided_at is null) and (decided_at is null) = (decided_by is null)
        and (decided_at is null) = (reason is null))
);

create index withdrawals_by_streamer on withdrawals (streamer, requested_at desc, id desc);
create index withdrawals_to_review on withdrawals (requested_at, id) where state = 'REQUESTED';

-- Asks, or finds asked; holds the coins.
create function request_withdrawal(wanted uuid, asker text, asker_name text, wanted_coins bigint, payout_currency text,
        payout bigint, lifetime interval) returns withdrawals
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    known ledger.withdrawals;
    placed record;
begin
    perform pg_advisory_xact_lock(uuid_hash_extended(wanted, 0));
    select * into known from ledger.withdrawals w where w.id = wanted;
    if found then
        if known.coins <> wanted_coins then
            raise exception using errcode = 'LG004', message = 'the id was used for another withdrawal';
        end if;
        return known;
    end if;
    select * into placed from ledger.place_hold(wanted, ledger.open_account(asker, 'PAYABLE_INCOME', 'COIN'), 'COIN', wanted_coins,
        lifetime, 'withdrawal');
    insert into ledger.withdrawals (id, streamer, streamer_name, coins, currency, amount, state, requested_at, expires_at)
        values (wanted, asker, asker_name, wanted_coins, payout_currency, payout, 'REQUESTED', clock_timestamp(), placed.expires_at)
        returning * into known;
    return known;
end $$;

-- Locks the withdrawal and says whether it is still open; the same decision again is taken as done.
create function open_withdrawal(wanted uuid, decider text, decision text) returns boolean language plpgsql as $$
declare
    known ledger.withdrawals;
begin
    select * into known from ledger.withdrawals w where w.id = wanted for update;
    if not found then
        raise exception using errcode = 'LG023', message = 'there is no such withdrawal';
    end if;
    if known.streamer = decider then
        raise exception using errcode = 'LG025', message = 'nobody decides about their own withdrawal';
    end if;
    if known.state not in ('REQUESTED', decision) then
        raise exception using errcode = 'LG024', message = 'it was decided otherwise';
    end if;
    return known.state = 'REQUESTED';
end $$;

-- Captures the hold: income goes back to where coins come from, and the money leaves by way of the provider.
create function approve_withdrawal(wanted uuid, decider text, why text, entry_accounts uuid[], entry_currencies text[],
        entry_amounts bigint[], event_id uuid, event_type text, event text) returns withdrawals
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    decided ledger.withdrawals;
begin
    if ledger.open_withdrawal(wanted, decider, 'APPROVED') then
        select * into decided from ledger.withdrawals w where w.id = wanted;
        perform ledger.open_account('platform', 'ISSUANCE', 'COIN');
        perform ledger.open_account('platform', 'CLEARING', decided.currency);
        perform ledger.open_account('platform', 'SALES', decided.currency);
        perform ledger.post_transfer(wanted, 'withdrawal', '', entry_accounts, entry_currencies, entry_amounts, wanted, null,
            event_id, event_type, event);
        update ledger.withdrawals w set state = 'APPROVED', decided_at = clock_timestamp(), decided_by = decider, reason = why
            where w.id = wanted;
    end if;
    select * into decided from ledger.withdrawals w where w.id = wanted;
    return decided;
end $$;

-- Frees the coins.
create function refuse_withdrawal(wanted uuid, decider text, why text, event_id uuid, event_type text, event text) returns withdrawals
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
    decided ledger.withdrawals;
begin
    if ledger.open_withdrawal(wanted, decider, 'REFUSED') then
        perform ledger.release_hold(wanted);
        update ledger.withdrawals w set state = 'REFUSED', decided_at = clock_timestamp(), decided_by = decider, reason = why
            where w.id = wanted;
        insert into ledger.outbox values (event_id, event_type, event, clock_timestamp());
    end if;
    select * into decided from ledger.withdrawals w where w.id = wanted;
    return decided;
end $$;

revoke insert, update, delete on withdrawals from ledger;
revoke execute on function request_withdrawal, open_withdrawal, approve_withdrawal, refuse_withdrawal from public;
grant execute on function request_withdrawal, approve_withdrawal, refuse_withdrawal to ledger;
