package dev.vitrine.local;

/// One part of the local cloud with a life of its own.
///
/// The parts are listed in one place, started in order and stopped in reverse.
public interface Service {

    /// How the part is called in progress lines and errors.
    String name();

    /// Returns when the part is ready to be used. Called once.
    ///
    /// @throws Exception the part cannot start; the local cloud then stops what it had started
    void start() throws Exception;

    /// Stops in order what was started; called once, also after a [#start()] that failed half-way. Bounded by the
    /// local cloud: what takes longer is left to the watcher of processes.
    void stop() throws Exception;
}
