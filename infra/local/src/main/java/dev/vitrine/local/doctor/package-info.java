/// What `vitrine doctor` looks at: one [Check] per thing that a start needs, each with what to do about it.
///
/// Guarantees: a check changes nothing, ends within its own bound and never throws for what it was made to find.
///
/// Must not import stores, runtime, event sources or gateway.
package dev.vitrine.local.doctor;
