/// Holds events and their records against the schemas. For tests: every method says by an `AssertionError` what is not
/// as it should be.
package dev.vitrine.event.check;
