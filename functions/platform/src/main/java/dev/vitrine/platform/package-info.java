/// What every function shares, whatever its trigger: reading configuration, time and identifiers.
///
/// `event` carries facts between capabilities, `edge` answers HTTP, `json` reads what the outside sends.
/// Must not import: a capability, a database. What needs a database lives in the modules platform-sql and
/// platform-hibernate, so that a function without one starts without Hibernate.
package dev.vitrine.platform;
