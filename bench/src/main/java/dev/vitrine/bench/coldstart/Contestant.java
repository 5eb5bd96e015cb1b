package dev.vitrine.bench.coldstart;

import java.nio.file.Path;
import java.util.Map;

/// One thing to start.
///
/// @param group the letter of its kind in the table
/// @param name unique
/// @param folder the unpacked package, with its `bootstrap`
/// @param environment all of it, but for the address of the Runtime API
/// @param event what it is asked
record Contestant(char group, String name, Path folder, Map<String, String> environment, byte[] event) {}
