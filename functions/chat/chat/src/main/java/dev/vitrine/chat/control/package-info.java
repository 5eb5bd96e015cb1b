/// The use cases of talk: one class each. Sockets: connect, join, say, like, ping, leave. Rooms: run one,
/// heal all.
///
/// Guarantees: what was answered as done is in the room's log. Ports (`Push`, `WordLists`, `RoomFill`,
/// `TalkHistory`, `ViewerCounts`) are what leaves the process. Must not import: boundary, an SDK.
package dev.vitrine.chat.control;
