package dev.vitrine.ledger.rankings.control;

import dev.vitrine.ledger.control.LedgerConfig;
import dev.vitrine.ledger.entity.MoneyRefusal;
import dev.vitrine.ledger.rankings.entity.Ranked;
import dev.vitrine.ledger.rankings.store.GiftTotals;
import dev.vitrine.ledger.rankings.store.HotRankings;
import dev.vitrine.model.InvalidValue;
import dev.vitrine.model.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jboss.logging.Logger;

/// Who gave most in a room, who was given most on a day. Redis answers; where it has no ranking, or does not
/// answer, the database does.
@ApplicationScoped
public class RankGifts {
    /// Days that have a ranking, today included.
    public static final int DAYS = 35;

    private static final Logger LOG = Logger.getLogger(RankGifts.class);

    private final GiftTotals totals;
    private final HotRankings hot;
    private final LedgerConfig config;
    private final InstantSource clock;

    public RankGifts(GiftTotals totals, HotRankings hot, LedgerConfig config, InstantSource clock) {
        this.totals = totals;
        this.hot = hot;
        this.config = config;
        this.clock = clock;
    }

    /// Takes a gift that was paid; again is as once.
    public Uni<Void> take(UUID gift) {
        return totals.counted(gift)
                .map(found -> found.orElseThrow(() -> new IllegalStateException("no gift " + gift + " was paid")))
                .chain(counted -> raise(
                                room(counted.room()), counted.giver(), first -> totals.givers(counted.room(), first))
                        .chain(() -> raise(
                                day(counted.day()),
                                counted.streamer(),
                                first -> totals.streamers(counted.day(), first))));
    }

    /// A giver shows no name in a room any more.
    public Uni<Void> unname(RoomId room, String viewer) {
        return hot.unname(room(room), viewer);
    }

    /// Nor a streamer on a day.
    public Uni<Void> unname(LocalDate day, String streamer) {
        return hot.unname(day(day), streamer);
    }

    /// @param coins everything that was given in the room
    public record OfRoom(long coins, List<Ranked> first) {}

    public Uni<OfRoom> room(RoomId room, int first) {
        return totals.givenIn(room)
                .map(given -> given.orElseThrow(() -> new MoneyRefusal.NotFound("room")))
                .chain(given -> read(room(room), first, most -> totals.givers(room, most))
                        .map(ranked -> new OfRoom(
                                given.coins(),
                                ranked.stream()
                                        .map(each -> given.silent().contains(each.who()) ? each.nameless() : each)
                                        .toList())));
    }

    public record OfDay(LocalDate day, List<Ranked> first) {}

    /// @param asked today when absent
    public Uni<OfDay> day(Optional<LocalDate> asked, int first) {
        var today = LocalDate.ofInstant(clock.instant(), config.zone());
        var day = asked.orElse(today);
        if (day.isAfter(today) || day.isBefore(today.minusDays(DAYS - 1))) {
            throw new InvalidValue("day", "must be one of the last " + DAYS + " days");
        }
        return read(day(day), first, most -> totals.streamers(day, most)).map(ranked -> new OfDay(day, ranked));
    }

    private Uni<Void> raise(String list, Ranked changed, IntFunction<Uni<List<Ranked>>> database) {
        return hot.raise(list, changed)
                .chain(taken -> taken
                        ? Uni.createFrom().voidItem()
                        : database.apply(HotRankings.DEPTH).chain(all -> hot.fill(list, all)));
    }

    private Uni<List<Ranked>> read(String list, int first, IntFunction<Uni<List<Ranked>>> database) {
        return hot.first(list, first)
                .chain(found -> found.map(ranked -> Uni.createFrom().item(ranked))
                        .orElseGet(() -> database.apply(HotRankings.DEPTH)
                                .call(all -> hot.fill(list, all))
                                .map(all -> all.subList(0, Math.min(first, all.size())))))
                .onFailure()
                .invoke(failure -> LOG.warnf("ranking %s is read from the database: %s", list, failure))
                .onFailure()
                .recoverWithUni(() -> database.apply(first));
    }

    private static String room(RoomId room) {
        return "room " + room;
    }

    private static String day(LocalDate day) {
        return "day " + day;
    }
}
