/// Measures functions beside their peers: starts, processor time, memory, warm latencies.
///
/// Guarantees: what is compared was measured in one run, turn by turn; every table names the machine and the inputs;
/// nothing runs on when the bench ends. Times are of this host's Runtime API on loopback, not of AWS.
///
/// Must not import anything of a function: they are processes to it.
package dev.vitrine.bench;
