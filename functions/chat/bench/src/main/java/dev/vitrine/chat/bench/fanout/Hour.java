package dev.vitrine.chat.bench.fanout;

/// What an hour of one room uses, computed from what was measured. Every viewer holds a socket for the hour,
/// comes once and goes once; the talk is that of the run, however many read it. The product's own constants
/// are named with their place.
record Hour(Rates rates) {
    static final int LANE_THRESHOLD = 500; // functions/catalog.yaml
    /// API Gateway's quota of callbacks to sockets, a second and account ("Amazon API Gateway quotas").
    static final double CALLBACK_QUOTA = 10_000;

    private static final double SECONDS = 3600;
    private static final double MINUTES = 60;
    private static final double PING_SECONDS_A = 20; // chat's Pulse
    private static final double PING_SECONDS_B = 240;
    private static final double PUTS_PER_SLOT = 2; // segment and index
    private static final double RUN_SECONDS = 45; // ChatConfig.runs
    private static final double REQUESTS_PER_WAKE = 3; // send, receive, delete
    private static final double CALLS_PER_VISIT = 3; // $connect, join, $disconnect
    private static final double MESSAGES_PER_VISIT = 2; // join, joined

    /// All viewers on lane A, whatever their number.
    Used laneAAlone(long viewers) {
        var frames = callbacksPerSecond(viewers) * SECONDS;
        var units = Math.ceil(rates.laneA().bytesPerFrame() / Prices.MESSAGE_UNIT_BYTES);
        var runners = Math.max(
                1, Math.ceil(callbacksPerSecond(viewers) / rates.functions().postsPerSecond()));
        return sockets(viewers, PING_SECONDS_A)
                .plus(running(runners))
                .plus(new Used(frames * units, 0, 0, 0, frames * rates.laneA().bytesPerFrame(), 0, 0, 0, 0, 0));
    }

    /// Lane A up to the threshold, lane B above.
    Used threeLanes(long viewers) {
        return viewers <= LANE_THRESHOLD ? laneAAlone(viewers) : laneB(viewers);
    }

    double callbacksPerSecond(long viewers) {
        return viewers * rates.laneA().framesPerSecond();
    }

    private Used laneB(long viewers) {
        var lane = rates.laneB();
        var slots = SECONDS / lane.slotSeconds();
        var reads = viewers * slots;
        return sockets(viewers, PING_SECONDS_B)
                .plus(running(1))
                .plus(new Used(
                        0,
                        0,
                        0,
                        0,
                        0,
                        reads,
                        reads * lane.segmentBytes(),
                        slots * PUTS_PER_SLOT,
                        slots * lane.getsPerSlotAndEdge() * lane.edges(),
                        0));
    }

    /// Sockets that are open, ping, come and go, and what speakers say over some of them.
    private Used sockets(long viewers, double pingSeconds) {
        var pings = viewers * SECONDS / pingSeconds;
        var said = rates.talk().said() * SECONDS;
        var likes = rates.talk().likes() * SECONDS;
        var calls = pings + said + likes + viewers * CALLS_PER_VISIT;
        return new Used(
                2 * pings + 2 * said + likes + viewers * MESSAGES_PER_VISIT,
                viewers * MINUTES,
                calls,
                calls * rates.functions().gbSecondsPerMessage(),
                0,
                0,
                0,
                0,
                0,
                0);
    }

    /// A runner is there all the time and hands over after each run.
    private Used running(double runners) {
        var runs = runners * SECONDS / RUN_SECONDS;
        return new Used(
                0, 0, runs, runners * SECONDS * rates.functions().runnerGb(), 0, 0, 0, 0, 0, runs * REQUESTS_PER_WAKE);
    }
}
