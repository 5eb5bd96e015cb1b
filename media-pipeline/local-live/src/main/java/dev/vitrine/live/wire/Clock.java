package dev.vitrine.live.wire;

import java.util.OptionalLong;

/// What a connection is waited for, and since when. Reading threads set it, others look.
final class Clock {
    private Awaited awaited = Awaited.REQUEST;
    private long since = System.nanoTime();
    private long progress = since;
    private boolean first = true;
    private boolean blocked = true;
    private boolean expired;

    /// From now on the next request is waited for.
    synchronized void request() {
        if (!first) {
            awaited = Awaited.REQUEST;
            since = System.nanoTime();
        }
    }

    /// Nothing more came of what was waited for until now.
    synchronized void waiting(Awaited what) {
        progress = System.nanoTime();
        blocked = true;
        if (what != awaited) {
            // the head of the first request counts from the beginning of the connection
            since = first && what == Awaited.HEAD ? since : progress;
            awaited = what;
        }
    }

    /// @return false if it came too late
    synchronized boolean came() {
        blocked = false;
        return !expired;
    }

    /// The whole head is there.
    synchronized void headRead() {
        first = false;
    }

    synchronized OptionalLong waitedForSince() {
        return blocked && awaited != Awaited.ANYTHING ? OptionalLong.of(since) : OptionalLong.empty();
    }

    /// What did not come in time, once; null as long as all is well.
    synchronized Awaited expire(long now, WireLimits limits) {
        if (!blocked || expired) {
            return null;
        }
        long left =
                switch (awaited) {
                    case REQUEST -> (first ? limits.head() : limits.idle()).toNanos() - (now - since);
                    case HEAD -> limits.head().toNanos() - (now - since);
                    case BODY -> limits.body().toNanos() - (now - progress);
                    case ANYTHING -> Long.MAX_VALUE;
                };
        expired = left < 0;
        return expired ? awaited : null;
    }
}
