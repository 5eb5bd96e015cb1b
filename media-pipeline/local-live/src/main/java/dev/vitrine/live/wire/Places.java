package dev.vitrine.live.wire;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Places for connections, so many in all and so many of one address.
///
/// When none is left, a connection that nothing is done for but waiting gives way to the newcomer: the
/// one that waited longest, of the newcomer's address where that is full, else of the address that has
/// most such connections. So a crowd of silent connections keeps out nobody but itself.
public final class Places<C extends Places.Occupant> {
    /// A connection.
    public interface Occupant {
        /// Since when it is waited for, by [System#nanoTime()]; empty while it is served.
        OptionalLong waitedForSince();

        /// Its place is another's: it has to end. Called once, with no lock held.
        void giveWay();
    }

    private record Seat<C>(InetAddress address, C occupant) {}

    private final int most;
    private final int mostPerAddress;
    private final Map<InetAddress, Set<C>> open = new HashMap<>();
    private int total;

    public Places(int most, int mostPerAddress) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
    }

    /// Whether the newcomer has a place; [#leave] gives it back.
    public boolean enter(InetAddress address, C newcomer) {
        Optional<Seat<C>> freed = Optional.empty();
        synchronized (this) {
            Set<C> own = open.getOrDefault(address, Set.of());
            if (own.size() >= mostPerAddress) {
                freed = longestWaiting(own).map(waiting -> new Seat<>(address, waiting));
            } else if (total >= most) {
                freed = ofTheMostWaiting();
            }
            if (freed.isEmpty() && (own.size() >= mostPerAddress || total >= most)) {
                return false;
            }
            freed.ifPresent(seat -> leave(seat.address(), seat.occupant()));
            open.computeIfAbsent(address, _ -> new LinkedHashSet<>()).add(newcomer);
            total++;
        }
        freed.ifPresent(seat -> seat.occupant().giveWay());
        return true;
    }

    /// Gives the place back; does nothing for a connection that gave way.
    public synchronized void leave(InetAddress address, C occupant) {
        Set<C> own = open.getOrDefault(address, Set.of());
        if (own.contains(occupant)) {
            own.remove(occupant);
            total--;
            if (own.isEmpty()) {
                open.remove(address);
            }
        }
    }

    public synchronized int taken() {
        return total;
    }

    private Optional<Seat<C>> ofTheMostWaiting() {
        return open.entrySet().stream()
                .max(Comparator.comparingLong(entry -> waiting(entry.getValue())))
                .flatMap(entry -> longestWaiting(entry.getValue()).map(waiting -> new Seat<>(entry.getKey(), waiting)));
    }

    private long waiting(Collection<C> occupants) {
        return occupants.stream()
                .filter(occupant -> occupant.waitedForSince().isPresent())
                .count();
    }

    private Optional<C> longestWaiting(Collection<C> occupants) {
        long now = System.nanoTime();
        C longest = null;
        long longestNanos = -1;
        for (C occupant : occupants) {
            OptionalLong since = occupant.waitedForSince();
            if (since.isPresent() && now - since.getAsLong() > longestNanos) {
                longest = occupant;
                longestNanos = now - since.getAsLong();
            }
        }
        return Optional.ofNullable(longest);
    }
}
