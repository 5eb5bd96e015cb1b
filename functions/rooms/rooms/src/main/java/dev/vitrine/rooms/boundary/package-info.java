/// Triggers: one small class each. Parse, call one use case, render.
///
/// Must not import: the store.
package dev.vitrine.rooms.boundary;
