/// The rules of talk in a room: what may be said, who may say it, what a reader is shown.
///
/// Guarantees: every value refuses bad input and names the bound. Time and chance are passed in. Must not
/// import: anything but the JDK and shared words.
package dev.vitrine.chat.entity;
