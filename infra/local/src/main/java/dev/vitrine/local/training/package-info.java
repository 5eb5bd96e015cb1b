/// Makes AOT caches: runs a function on real events and has its JVM write down what it loaded.
///
/// Guarantees: a cache appears whole or not at all; one process at a time makes it; a training that fails leaves
/// nothing behind and hurts nothing, for functions start without a cache.
///
/// Must not import the gateway, the sources or the meter.
package dev.vitrine.local.training;
