package dev.vitrine.ledger.income.control;

import dev.vitrine.ledger.control.LedgerConfig;
import dev.vitrine.ledger.entity.MoneyRefusal;
import dev.vitrine.ledger.income.entity.FansOn;
import dev.vitrine.ledger.income.entity.Income;
import dev.vitrine.ledger.income.entity.Moved;
import dev.vitrine.ledger.income.entity.Statement;
import dev.vitrine.ledger.income.store.Incomes;
import dev.vitrine.ledger.withdrawals.control.Withdraw;
import dev.vitrine.model.Currency;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.Money;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a streamer earns: now, day by day, month by month, with the followers beside it.
@ApplicationScoped
public class ReadIncome {
    public static final int MOST_DAYS = 366;
    public static final int MOST_MONTHS = 120;

    private final Incomes incomes;
    private final ReadStatement readStatement;
    private final Withdraw withdraw;
    private final LedgerConfig config;
    private final InstantSource clock;

    public ReadIncome(
            Incomes incomes, ReadStatement readStatement, Withdraw withdraw, LedgerConfig config, InstantSource clock) {
        this.incomes = incomes;
        this.readStatement = readStatement;
        this.withdraw = withdraw;
        this.config = config;
        this.clock = clock;
    }

    public Uni<Income> now(String streamer) {
        return incomes.of(streamer);
    }

    public long holdingDays() {
        return config.holdingPeriod().toDays();
    }

    /// What coins of income are paid out with.
    public Money worth(long coins) {
        return withdraw.worth(coins);
    }

    /// One day, with those who followed at its end.
    public record Day(LocalDate day, Moved moved, long fans) {}

    /// Every day of the period, those without anything included.
    public Uni<List<Day>> daily(String streamer, LocalDate first, LocalDate last) {
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new InvalidValue("to", "must be from `from` on, and within " + MOST_DAYS + " days");
        }
        return readStatement
                .run(streamer, Currency.COIN, first, last.plusDays(1))
                .chain(statement -> incomes.fans(streamer, first, last)
                        .map(fans -> days(statement, fans, first.datesUntil(last.plusDays(1)))));
    }

    private static List<Day> days(Statement statement, List<FansOn> fans, Stream<LocalDate> all) {
        var moved = statement.days().stream().collect(Collectors.toMap(Statement.Day::day, Function.identity()));
        return all.map(day -> new Day(
                        day,
                        Optional.ofNullable(moved.get(day))
                                .map(Statement.Day::moved)
                                .orElse(Moved.NOTHING),
                        fansAt(fans, day)))
                .toList();
    }

    private static long fansAt(List<FansOn> fans, LocalDate day) {
        return fans.stream()
                .filter(change -> !change.day().isAfter(day))
                .reduce((_, later) -> later)
                .map(FansOn::fans)
                .orElse(0L);
    }

    /// @param complete whether the month is over: then it never changes
    public record Month(YearMonth month, long opening, long closing, boolean complete) {}

    /// Latest first; none when nothing was ever given.
    public Uni<List<Month>> months(String streamer) {
        return incomes.since(streamer)
                .chain(since -> since.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : months(streamer, YearMonth.from(since.get().atZone(config.zone()))));
    }

    private Uni<List<Month>> months(String streamer, YearMonth first) {
        var current = current();
        var from = first.isBefore(current.minusMonths(MOST_MONTHS - 1)) ? current.minusMonths(MOST_MONTHS - 1) : first;
        var bounds = Stream.iterate(from, month -> !month.isAfter(current.plusMonths(1)), month -> month.plusMonths(1))
                .toList();
        var moments = bounds.stream()
                .map(month -> month.atDay(1).atStartOfDay(config.zone()).toInstant())
                .toList();
        return incomes.at(streamer, moments).map(balances -> {
            var months = new ArrayList<Month>();
            for (int at = bounds.size() - 2; at >= 0; at--) {
                var month = bounds.get(at);
                months.add(new Month(month, balances.get(at), balances.get(at + 1), month.isBefore(current)));
            }
            return List.copyOf(months);
        });
    }

    /// @param days all of the month that have begun
    public record Monthly(YearMonth month, Statement statement, List<Day> days, boolean complete) {
        public long fans() {
            return days.getLast().fans();
        }
    }

    /// @throws MoneyRefusal.NotFound when the month has not begun
    public Uni<Monthly> month(String streamer, YearMonth month) {
        var current = current();
        if (month.isAfter(current) || month.isBefore(current.minusMonths(MOST_MONTHS - 1))) {
            throw new MoneyRefusal.NotFound("statement");
        }
        var first = month.atDay(1);
        var today = LocalDate.ofInstant(clock.instant(), config.zone());
        var last = month.equals(current) ? today : month.atEndOfMonth();
        return readStatement
                .run(streamer, Currency.COIN, first, month.plusMonths(1).atDay(1))
                .chain(statement -> incomes.fans(streamer, first, last)
                        .map(fans -> new Monthly(
                                month,
                                statement,
                                days(statement, fans, first.datesUntil(last.plusDays(1))),
                                month.isBefore(current))));
    }

    private YearMonth current() {
        return YearMonth.from(clock.instant().atZone(config.zone()));
    }
}
