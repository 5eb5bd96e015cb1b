/// The registry of functions, `functions/catalog.yaml`, as records.
///
/// Guarantees: a [Catalog] that exists is valid (every key known, every bound kept, every reference resolved);
/// whatever is wrong is told all at once, each with `file:line` and the path of the key. Reads one file, keeps
/// nothing open, changes nothing.
///
/// Must not import any other package of the local cloud: everything else depends on this one.
package dev.vitrine.local.catalog;
