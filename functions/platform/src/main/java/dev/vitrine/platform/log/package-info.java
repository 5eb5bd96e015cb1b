/// How functions log: one JSON object a line, so that a log service can be asked for a trace, a function or a room.
///
/// Put in place when the artefact is built (`platform-deployment`); nothing calls it.
package dev.vitrine.platform.log;
