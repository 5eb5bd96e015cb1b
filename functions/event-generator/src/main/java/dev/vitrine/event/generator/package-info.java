/// Makes what others compile and read of the schemas of events: records, their golden tests, a page.
///
/// A schema is a YAML file, one per type and version; `docs/events.md` describes its form. What is wrong in one stops
/// the build and is told with file, line, key and what is allowed. A program of the build: nothing of it is packaged.
package dev.vitrine.event.generator;
