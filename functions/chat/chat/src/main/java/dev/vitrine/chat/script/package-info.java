/// Lua: what a room's keys in Redis mean is decided here, each decision as a whole. What a script takes and
/// answers, its head says.
///
/// Must not import: any other package of chat.
package dev.vitrine.chat.script;
