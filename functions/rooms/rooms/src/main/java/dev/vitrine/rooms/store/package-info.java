/// Queries on rooms. Every method works in the caller's session; none commits.
///
/// Must not import: boundary, control.
package dev.vitrine.rooms.store;
