package dev.vitrine.ledger.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The measurements, in order.
final class LedgerBench {
    private static final String LINE = "%-34s %12s %9s %9s %12s %9s%n";
    private static final double SPREAD_TARGET = 0.9;
    private static final double HOT_TARGET = 0.7;
    private static final double BALANCE_TARGET_MILLIS = 1;
    private static final int SETTLING = 2; // what one ledger-settle does at once
    private static final int WARM_PART = 5;
    private static final int STREAMERS_A_PAGE = 1_000;
    private static final double SETTLED_AT_MOST_SECONDS = 300; // of 100,000 streamers
    private static final double ALL_STREAMERS = 100_000;

    private final BenchBooks books;
    private final PgBench pgbench;
    private final Plan plan;
    private final PrintWriter out;

    /// @param seconds of each measurement; rounds: how often ours and the limit take turns
    record Plan(int seconds, int rounds, int clients, int entries) {}

    LedgerBench(BenchBooks books, Plan plan, PrintWriter out) throws IOException {
        this.books = books;
        this.pgbench = PgBench.of(books);
        this.plan = plan;
        this.out = out;
    }

    /// @return whether every target was met
    boolean run() throws SQLException, IOException, InterruptedException {
        books.run(Work.SETUP);
        out.printf(Locale.ROOT, LINE, "", "per second", "p50 ms", "p99 ms", "CPU ms each", "of limit");
        var spread = compare("50 accounts", Work.OUR_SPREAD, Work.PLAIN_SPREAD, Work.PIPED_SPREAD);
        var hot = compare("one hot streamer", Work.OUR_HOT, Work.PLAIN_HOT, Work.PIPED_HOT);
        var broken = books.count("select count(*) from ledger.verify_books()")
                + books.count("select count(problem) from ledger.verify_entries"
                        + "('00000000-0000-0000-0000-000000000000', 0::smallint, 0, 2000000000)");
        out.println("limit: the same rows locked, read and written by plain statements, no rule, no chain; in one"
                + " pipeline: without waiting for any answer, which nobody can who decides. CPU: of the database");
        out.println("pgledger's README says 10,637 transfers/s over 50 accounts and 7,559 over 10, on its machine");
        out.println("books after all that: " + (broken == 0 ? "whole" : "BROKEN"));
        load();
        var balance = balance();
        var settled = settle();
        return broken == 0
                && spread >= SPREAD_TARGET
                && hot >= HOT_TARGET
                && balance <= BALANCE_TARGET_MILLIS
                && settled <= SETTLED_AT_MOST_SECONDS;
    }

    /// @return ours by the limit
    private double compare(String name, String ours, String plain, String piped)
            throws IOException, InterruptedException {
        var scripts = List.of(ours, plain, piped);
        var rounds = scripts.stream().map(script -> new ArrayList<Rate>()).toList();
        for (var script : scripts) {
            pgbench.during(Math.max(1, plan.seconds() / WARM_PART), plan.clients(), script);
        }
        for (var round = 0; round < plan.rounds(); round++) {
            for (var i = 0; i < scripts.size(); i++) {
                rounds.get(i).add(pgbench.during(plan.seconds(), plan.clients(), scripts.get(i)));
            }
        }
        var our = Rate.of(rounds.getFirst());
        var limit = Rate.of(rounds.get(1));
        line("transfer, " + name, our, ratio(our, limit));
        line("the limit", limit, "1");
        line("the limit, in one pipeline", Rate.of(rounds.getLast()), ratio(Rate.of(rounds.getLast()), limit));
        return our.perSecond() / limit.perSecond();
    }

    private static String ratio(Rate rate, Rate limit) {
        return String.format(Locale.ROOT, "%.2f", rate.perSecond() / limit.perSecond());
    }

    private void load() throws SQLException {
        var begun = System.nanoTime();
        for (var first = 1; first <= streamers(); first += STREAMERS_A_PAGE) {
            books.run(Work.load(first, Math.min(streamers(), first + STREAMERS_A_PAGE - 1)));
        }
        books.run("analyze");
        out.printf(
                Locale.ROOT,
                "%,d entries of %,d streamers loaded in %.0f s%n",
                streamers() * (long) Work.ENTRIES_A_STREAMER,
                streamers(),
                seconds(begun));
        out.flush();
    }

    private double balance() throws IOException, InterruptedException {
        var rate =
                pgbench.during(plan.seconds(), 1, Work.BALANCE.replace("(:streamers)", Integer.toString(streamers())));
        line("balance, one client", rate, "");
        return rate.percentile(50);
    }

    /// @return how long 100,000 streamers would take
    private double settle() throws SQLException, IOException, InterruptedException {
        var begun = System.nanoTime();
        var rate = pgbench.times(streamers() / SETTLING, SETTLING, Work.SETTLE);
        var seconds = seconds(begun);
        line("settlement, a streamer", rate, "");
        var moved = books.count("select count(*) from ledger.transfers where kind = 'settlement'");
        var all = seconds / moved * ALL_STREAMERS;
        out.printf(Locale.ROOT, "%,d streamers settled in %.1f s; 100,000 at this rate: %.0f s%n", moved, seconds, all);
        return all;
    }

    private int streamers() {
        return Math.max(SETTLING, plan.entries() / Work.ENTRIES_A_STREAMER);
    }

    private void line(String name, Rate rate, String ratio) {
        out.printf(
                Locale.ROOT,
                LINE,
                name,
                String.format(Locale.ROOT, "%,.0f", rate.perSecond()),
                String.format(Locale.ROOT, "%.2f", rate.percentile(50)),
                String.format(Locale.ROOT, "%.2f", rate.percentile(99)),
                String.format(Locale.ROOT, "%.2f", rate.serverMillisEach()),
                ratio);
        out.flush();
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
