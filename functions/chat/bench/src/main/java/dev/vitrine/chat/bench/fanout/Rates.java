package dev.vitrine.chat.bench.fanout;

/// What was measured in this run and decides the price.
///
/// @param talk what speakers of a room send, the same in every room
/// @param laneA what one of its sockets gets
/// @param laneB what one of its readers gets
/// @param functions what they take
record Rates(Talk talk, LaneA laneA, LaneB laneB, Functions functions) {
    /// @param said danmaku a second, each answered by a reply
    /// @param likes messages of merged taps a second, not answered
    record Talk(double said, double likes) {}

    /// @param framesPerSecond to one socket
    /// @param bytesPerFrame on average
    record LaneA(double framesPerSecond, double bytesPerFrame) {}

    /// @param segmentBytes body and headers of one answer
    /// @param getsPerSlotAndEdge origin requests
    record LaneB(double slotSeconds, double segmentBytes, double getsPerSlotAndEdge, int edges) {}

    /// @param gbSecondsPerMessage of `chat-socket`
    /// @param runnerGb memory of `chat-fan-out`
    /// @param postsPerSecond that one runner was seen to send
    record Functions(double gbSecondsPerMessage, double runnerGb, double postsPerSecond) {}
}
