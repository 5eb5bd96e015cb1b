package dev.vitrine.chat.bench.fanout;

import dev.vitrine.bench.Processes;
import io.vertx.core.Future;
import java.io.IOException;

/// A system that carries what is said in a room to everybody in it, and that runs on this machine.
interface Carrier extends AutoCloseable {
    String name();

    /// What it leaves out of what the product does, for the table's reader.
    String without();

    /// @param speakers how many of its seats will speak
    /// @return the room's name
    String open(int speakers) throws IOException, InterruptedException;

    /// Takes a seat; called on the loop.
    ///
    /// @param number counts the room's seats; those below the number of speakers may speak
    /// @param seats of that room when it is full
    Future<Seat> seat(String room, int number, int seats, Tally tally);

    Processes processes();

    @Override
    void close();
}
