package dev.vitrine.chat.store;

import java.time.Duration;

/// What several scripts share. Put in front of a script's text.
final class Lua {
    static final Duration LOG_LIVES = Duration.ofHours(24);
    static final Duration ROOM_LIVES = Duration.ofDays(30);

    /// How long a wake may take until its runner has begun. Then the next item sends another.
    static final Duration WAKE_TAKES = Duration.ofSeconds(10);

    /// Numbers have no holes and are never given twice. The log outlives its counter only if somebody took
    /// keys away: then the log says where to go on.
    static final String LOG = """
            local function last(log, sequence)
              local given = tonumber(redis.call('GET', sequence) or '0')
              local newest = redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)
              if newest[1] then given = math.max(given, tonumber(string.match(newest[1][1], '^%d+'))) end
              return given
            end
            local function append(log, sequence, item, subject)
              local seq = last(log, sequence) + 1
              redis.call('SET', sequence, seq, 'EX', LOG_ROOM_LIVES)
              if subject == '' then
                redis.call('XADD', log, seq .. '-0', 'i', item)
              else
                redis.call('XADD', log, seq .. '-0', 'i', item, 's', subject)
              end
              redis.call('EXPIRE', log, LOG_LIVES)
              return seq
            end
            """.replace("LOG_ROOM_LIVES", Long.toString(ROOM_LIVES.toSeconds()))
            .replace("LOG_LIVES", Long.toString(LOG_LIVES.toSeconds()));

    /// 1 when nobody runs the room and nobody was called: the caller then sends the wake.
    static final String WAKE = """
            local function asleep(awake)
              return redis.call('SET', awake, '1', 'NX', 'PX', WAKE_TAKES) and 1 or 0
            end
            """.replace("WAKE_TAKES", Long.toString(WAKE_TAKES.toMillis()));

    /// Takes out who gave no sign of life since.
    static final String PRUNE = """
            local function prune(sockets, readers, since)
              local silent = redis.call('ZRANGEBYSCORE', sockets, '-inf', '(' .. since)
              for i = 1, #silent do
                redis.call('ZREM', sockets, silent[i])
                redis.call('ZREM', readers, silent[i])
              end
            end
            """;

    /// Whether a room talks: while there is, or may be, a picture, and a while after.
    static final String OPEN = """
            local function closed(state, since, now, lingers)
              if state == 'READY' or state == 'LIVE' or state == 'INTERRUPTED' then return false end
              return not (state == 'ENDED' and now - tonumber(since or '0') < lingers)
            end
            """;

    /// A bucket of `burst` that gets one back each `refill` ms; it is counted in ms, so that nothing is
    /// rounded. Returns 0 when one was taken, else the ms to wait.
    static final String BUCKET = """
            local function take(key, name, now, burst, refill)
              local had = redis.call('HMGET', key, name, name .. 'At')
              local at = tonumber(had[2] or now)
              local left = math.min(burst * refill, tonumber(had[1] or burst * refill) + math.max(0, now - at))
              local wait = math.max(0, refill - left)
              if wait == 0 then left = left - refill end
              redis.call('HSET', key, name, left, name .. 'At', math.max(now, at))
              return wait
            end
            """;

    private Lua() {}
}
