package dev.vitrine.ledger.income.store;

import dev.vitrine.ledger.income.entity.Moved;
import dev.vitrine.ledger.income.entity.Statement;
import dev.vitrine.ledger.transfers.entity.Account;
import dev.vitrine.ledger.transfers.entity.AccountKind;
import dev.vitrine.model.Currency;
import dev.vitrine.platform.sql.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/// Statements, read from the entries in one question, so that balances and moves are of one moment. A gift
/// whose share was below a coin has no entry of the streamer's and is found among the gifts.
@ApplicationScoped
public class IncomeStatements {
    /// A reversal counts where its original does; of a gift, apart. $1: accounts, $2: from, $3: until, $4: zone,
    /// $5: streamer.
    private static final String QUESTION = """
            with chains as materialized (
                select h.account_id, h.shard, ledger.last_before(h.account_id, h.shard, $2) as before,
                       ledger.last_before(h.account_id, h.shard, $3) as last
                from ledger.heads h where h.account_id = any ($1)
            ), bounds as (
                select coalesce(sum(e.balance) filter (where e.seq = c.before), 0)::bigint as opening,
                       coalesce(sum(e.balance) filter (where e.seq = c.last), 0)::bigint as closing
                from chains c join ledger.entries e on e.account_id = c.account_id and e.shard = c.shard and e.seq in (c.before, c.last)
            ), moves as (
                select e.transfer_id, (e.recorded_at at time zone $4::text)::date as day, sum(e.amount) as net, max(e.amount) as most
                from chains c join ledger.entries e
                    on e.account_id = c.account_id and e.shard = c.shard and e.seq > c.before and e.seq <= c.last
                group by e.transfer_id, day
            ), told as (
                select m.*, coalesce(o.kind, t.kind) as kind, t.reverses is not null as back,
                       case when t.kind = 'gift' then (select -sum(x.amount) from ledger.entries x
                                                       where x.transfer_id = t.id and x.amount < 0) end as given
                from moves m join ledger.transfers t on t.id = m.transfer_id left join ledger.transfers o on o.id = t.reverses
                union all
                select g.id, (g.sent_at at time zone $4::text)::date, 0, 0, 'gift', false, g.coins from ledger.gifts g
                where $6 and g.streamer = $5 and g.sent_at >= $2 and g.sent_at < $3 and g.income = 0
            ), days as (
                select day, count(given) as gifts, sum(given) as given, sum(given - net) as commission,
                       sum(net) filter (where kind = 'gift' and back) as reversals,
                       sum(case when back then -most else most end) filter (where kind = 'settlement') as settled,
                       sum(net) filter (where kind = 'withdrawal') as withdrawn,
                       sum(net) filter (where kind not in ('gift', 'settlement', 'withdrawal')) as other
                from told group by day
            )
            select b.opening, b.closing, d.day, d.gifts::bigint as gifts, coalesce(d.given, 0)::bigint as given,
                   coalesce(d.commission, 0)::bigint as commission, coalesce(d.reversals, 0)::bigint as reversals,
                   coalesce(d.settled, 0)::bigint as settled, coalesce(d.withdrawn, 0)::bigint as withdrawn,
                   coalesce(d.other, 0)::bigint as other
            from bounds b left join days d on true order by d.day
            """;

    private final Database database;

    public IncomeStatements(Database database) {
        this.database = database;
    }

    /// @param zone in which days begin
    /// @return one without days and amounts when the streamer never had income
    public Uni<Statement> read(
            String streamer, Currency currency, Instant from, Instant until, ZoneId zone, Duration patience) {
        var accounts = new UUID[] {
            new Account(streamer, AccountKind.PENDING_INCOME, currency).id().value(),
            new Account(streamer, AccountKind.PAYABLE_INCOME, currency).id().value()
        };
        return database.statements(patience)
                .all(Line::read, QUESTION, accounts, from, until, zone.getId(), streamer, currency == Currency.COIN)
                .map(lines -> new Statement(
                        streamer,
                        currency,
                        from,
                        until,
                        lines.getFirst().opening,
                        lines.getFirst().closing,
                        days(lines)));
    }

    private static List<Statement.Day> days(List<Line> lines) {
        return lines.stream().flatMap(line -> line.days.stream()).toList();
    }

    private record Line(long opening, long closing, List<Statement.Day> days) {
        private static Line read(Row row) {
            var day = row.getLocalDate("day");
            var days = day == null ? List.<Statement.Day>of() : List.of(new Statement.Day(day, moved(row)));
            return new Line(row.getLong("opening"), row.getLong("closing"), days);
        }

        private static Moved moved(Row row) {
            return new Moved(
                    row.getLong("gifts"),
                    row.getLong("given"),
                    row.getLong("commission"),
                    row.getLong("reversals"),
                    row.getLong("settled"),
                    row.getLong("withdrawn"),
                    row.getLong("other"));
        }
    }
}
