package dev.vitrine.bench;

import java.util.concurrent.Callable;

/// A bench of the house or of a capability. Its name and options are those of its picocli command; its exit code is 0
/// when every limit was met.
///
/// It is found where it is: its class is named in `META-INF/services` of its module, and `benches/<name>.txt` beside
/// the module's pom says what the launcher prints of it.
public interface Bench extends Callable<Integer> {}
