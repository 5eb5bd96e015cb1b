package dev.vitrine.ledger.bench;

/// What `pgbench` asks, and what it needs to be there.
final class Work {
    static final int WALLETS = 50;
    private static final int MOVES = WALLETS * (WALLETS - 1);

    /// Wallets with coins, every pair of them as a transfer (`moves`), and a gift of each to one streamer
    /// (`gifts`); then the tables of the ledger once more, bare: no trigger, no rule.
    static final String SETUP = """
            create schema bench;
            create table bench.wallets as
                select row_number() over (order by id)::int as n, id
                from (select ledger.open_account('viewer ' || i, 'WALLET', 'COIN') as id from generate_series(1, %1$d) i) w;
            select ledger.post_transfer(uuidv7(), 'issue', '', case when w.id < i.id then array[w.id, i.id] else array[i.id, w.id] end,
                '{COIN,COIN}', case when w.id < i.id then array[1000000000000, -1000000000000] else array[-1000000000000, 1000000000000] end)
            from bench.wallets w, (select ledger.open_account('platform', 'ISSUANCE', 'COIN') as id) i;
            create table bench.moves as
                select row_number() over ()::int as n, array[least(x.id, y.id), greatest(x.id, y.id)] as accounts,
                       array['COIN', 'COIN'] as currencies,
                       case when x.id < y.id then array[-1, 1]::bigint[] else array[1, -1]::bigint[] end as amounts
                from bench.wallets x, bench.wallets y where x.id <> y.id;
            create table bench.gifts as
                select w.n, g.accounts, array['COIN', 'COIN', 'COIN'] as currencies, g.amounts from bench.wallets w,
                    (select ledger.open_account('streamer', 'PENDING_INCOME', 'COIN') as p,
                            ledger.open_account('platform', 'COMMISSION', 'COIN') as c) s,
                    lateral (select array_agg(e.account order by e.account) as accounts, array_agg(e.amount order by e.account) as amounts
                             from (values (w.id, -2::bigint), (s.p, 1), (s.c, 1)) as e (account, amount)) g;
            alter table bench.moves add primary key (n);
            alter table bench.gifts add primary key (n);
            create schema plain;
            create table plain.heads (like ledger.heads including all) with (fillfactor = 50);
            create table plain.transfers (like ledger.transfers including all);
            create table plain.entries (like ledger.entries including all);
            create sequence plain.ids cache 100;
            insert into plain.heads select * from ledger.heads;
            analyze;
            """.formatted(WALLETS);

    static final String OUR_SPREAD = ours("moves", MOVES);
    static final String OUR_HOT = ours("gifts", WALLETS);
    static final String PLAIN_SPREAD = plain("moves", MOVES);
    static final String PLAIN_HOT = plain("gifts", WALLETS);
    static final String PIPED_SPREAD = piped(PLAIN_SPREAD);
    static final String PIPED_HOT = piped(PLAIN_HOT);

    static final String BALANCE = """
            \\set n random(1, (:streamers))
            select currency, sum(balance)::bigint, sum(held)::bigint from ledger.heads
                where account_id = (select id from bench.streamers where n = :n::int) group by currency;
            """;

    static final String SETTLE = """
            select ledger.settle(id, current_date, now() - interval '7 days') from bench.streamers
                where n = (select nextval('bench.turn'));
            """;

    private static final int CHAIN = 12;
    private static final int SHARDS = 8; // of pending income
    static final int ENTRIES_A_STREAMER = CHAIN * SHARDS;

    private Work() {}

    /// Streamers from `first` on, each with the entries of some days. Written behind the functions: quick, and
    /// the chains would not verify.
    static String load(int first, int last) {
        return """
            set session_replication_role = replica;
            create table if not exists bench.streamers (n int primary key, id uuid not null);
            create sequence if not exists bench.turn;
            insert into bench.streamers select i, ledger.open_account('loaded ' || i, 'PENDING_INCOME', 'COIN')
                from generate_series(%1$d, %2$d) i;
            insert into ledger.entries
                select s.id, shard, i, lpad(to_hex((s.n * %4$d::bigint + shard) * %3$d + i), 32, '0')::uuid, 'COIN', 10, 10 * i,
                       now() - interval '9 days' + i * interval '12 hours', sha256('')
                from bench.streamers s, generate_series(0, %4$d - 1) shard, generate_series(1, %3$d) i
                where s.n between %1$d and %2$d;
            update ledger.heads h set seq = %3$d, balance = 10 * %3$d, changed_at = now() - interval '9 days' + %3$d * interval '12 hours'
                from bench.streamers s where s.n between %1$d and %2$d and h.account_id = s.id;
            """.formatted(first, last, CHAIN, SHARDS);
    }

    /// One call, one round trip.
    private static String ours(String table, int most) {
        return """
            \\set n random(1, %2$d)
            select p.repeated from bench.%1$s b,
                ledger.post_transfer(uuidv7(), 'bench', 'bench', b.accounts, b.currencies, b.amounts) p where b.n = :n::int;
            """.formatted(table, most);
    }

    /// The rows that our call locks, reads and writes, by plain statements: no rule, no chain.
    private static String plain(String table, int most) {
        var rows =
                "bench.%1$s b join plain.heads h on h.account_id = any (b.accounts) and h.shard = :slot::int %% h.shards"
                        + " where b.n = :n::int";
        return """
            \\set n random(1, %2$d)
            \\set slot random(0, 1000000)
            begin;
            select pg_advisory_xact_lock(nextval('plain.ids'));
            select * from plain.transfers where id = (select lpad(to_hex(currval('plain.ids')), 32, '0')::uuid);
            select h.seq, h.balance, h.hash from %3$s order by h.account_id for no key update of h;
            insert into plain.transfers values (lpad(to_hex(currval('plain.ids')), 32, '0')::uuid, 'bench', 'bench', null, null,
                sha256(''), clock_timestamp());
            update plain.heads u set seq = u.seq + 1, balance = u.balance + b.amounts[array_position(b.accounts, u.account_id)],
                changed_at = clock_timestamp(), hash = sha256(u.hash)
                from bench.%1$s b where b.n = :n::int and u.account_id = any (b.accounts) and u.shard = :slot::int %% u.shards;
            insert into plain.entries select h.account_id, h.shard, h.seq, lpad(to_hex(currval('plain.ids')), 32, '0')::uuid, h.currency,
                b.amounts[array_position(b.accounts, h.account_id)], h.balance, h.changed_at, h.hash from %3$s;
            commit;
            """.formatted(table, most, rows.formatted(table));
    }

    /// The same, every statement sent without waiting for the one before: what no program with a rule can do.
    private static String piped(String plain) {
        return plain.replace("begin;", "\\startpipeline\nbegin;").replace("commit;", "commit;\n\\endpipeline");
    }
}
