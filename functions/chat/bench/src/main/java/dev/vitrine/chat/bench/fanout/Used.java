package dev.vitrine.chat.bench.fanout;

/// What AWS counts of one room in one hour.
///
/// @param socketMessages in and out, in units of 32 KB
/// @param connectionMinutes of sockets
/// @param invocations of functions
/// @param gbSeconds of functions
/// @param internetBytes that leave by sockets
/// @param cdnRequests of viewers
/// @param cdnBytes to viewers
/// @param puts objects written
/// @param gets objects read by edges
/// @param queueRequests sends, receives, deletes
record Used(
        double socketMessages,
        double connectionMinutes,
        double invocations,
        double gbSeconds,
        double internetBytes,
        double cdnRequests,
        double cdnBytes,
        double puts,
        double gets,
        double queueRequests) {
    Used plus(Used other) {
        return new Used(
                socketMessages + other.socketMessages,
                connectionMinutes + other.connectionMinutes,
                invocations + other.invocations,
                gbSeconds + other.gbSeconds,
                internetBytes + other.internetBytes,
                cdnRequests + other.cdnRequests,
                cdnBytes + other.cdnBytes,
                puts + other.puts,
                gets + other.gets,
                queueRequests + other.queueRequests);
    }
}
