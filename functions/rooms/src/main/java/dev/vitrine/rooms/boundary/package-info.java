/// Triggers: one small class each. Parse, call one use case, render.
///
/// Must not import: the store, except the words of a list's place and filter, which a cursor and a query are read
/// into.
package dev.vitrine.rooms.boundary;
