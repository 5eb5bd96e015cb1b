/// The rules of live rooms (直播间): what a room may be, and how it may change.
///
/// Guarantees: every value refuses bad input and names the bound; every legal move is in `RoomMoves`, nowhere else.
/// Time is passed in. Must not import: anything but the JDK, shared words, the media port's words and
/// `jakarta.persistence`.
package dev.vitrine.rooms.entity;
