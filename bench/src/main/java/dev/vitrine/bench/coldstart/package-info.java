/// `vitrine bench cold-start`: functions beside their peers by starts, processor time, memory, warm latencies.
///
/// Times are of this host's Runtime API on loopback, not of AWS.
///
/// Must not import anything of a function: they are processes to it.
package dev.vitrine.bench.coldstart;
