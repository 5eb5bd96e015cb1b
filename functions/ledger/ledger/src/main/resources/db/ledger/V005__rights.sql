-- Why: the role of the functions reads, and writes through the functions above; the outbox it may also empty.
-- Undo: grant insert, update, delete on all tables in schema ledger to ledger.

revoke insert, update, delete on all tables in schema ledger from ledger;
grant insert, update, delete on outbox to ledger;
revoke execute on all functions in schema ledger from public;
grant execute on function open_account, account_id, post_transfer, place_hold, release_hold, expire_holds, seal,
    verify_entries, verify_transfers, verify_books to ledger;
