/// What the records of events are made with. The records themselves are made of schemas, `src/main/events` of a
/// capability's module `events`.
///
/// Reading and writing go without reflection, so that a native executable needs no registration. Imports the shared
/// model and Jackson's tree only.
package dev.vitrine.event;
