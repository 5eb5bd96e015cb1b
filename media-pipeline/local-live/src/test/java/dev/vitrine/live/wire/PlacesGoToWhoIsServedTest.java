package dev.vitrine.live.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PlacesGoToWhoIsServedTest {
    private static final class Guest implements Places.Occupant {
        private OptionalLong since;
        private boolean gone;

        private Guest(OptionalLong since) {
            this.since = since;
        }

        @Override
        public OptionalLong waitedForSince() {
            return since;
        }

        @Override
        public void giveWay() {
            gone = true;
        }
    }

    private final Places<Guest> places = new Places<>(4, 3);

    private static InetAddress address(int last) throws UnknownHostException {
        return InetAddress.getByName("192.0.2." + last);
    }

    private static Guest served() {
        return new Guest(OptionalLong.empty());
    }

    private static Guest waitingFor(long seconds) {
        return new Guest(OptionalLong.of(System.nanoTime() - seconds * 1_000_000_000L));
    }

    @Test
    void connectionsAreCountedInAllAndByAddress() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertTrue(places.enter(address(1), served()));
        }
        assertFalse(places.enter(address(1), served()), "full for this address");
        Guest other = served();
        assertTrue(places.enter(address(2), other));
        assertFalse(places.enter(address(3), served()), "full in all");
        places.leave(address(2), other);
        assertFalse(places.enter(address(1), served()), "still full for this address");
        assertTrue(places.enter(address(3), served()));
    }

    @Test
    void theOneThatWaitedLongestGivesWay() throws Exception {
        Guest served = served();
        Guest longest = waitingFor(9);
        Guest shorter = waitingFor(2);
        places.enter(address(1), served);
        places.enter(address(1), shorter);
        places.enter(address(1), longest);

        assertTrue(places.enter(address(1), waitingFor(0)));
        assertTrue(longest.gone);
        assertFalse(shorter.gone || served.gone);
        assertEquals(3, places.taken());
        places.leave(address(1), longest);
        assertEquals(3, places.taken(), "a place is given back once");
    }

    @Test
    void aCrowdOfOneAddressGivesWayBeforeALonelyNewcomer() throws Exception {
        Guest lonely = waitingFor(9);
        Guest one = waitingFor(5);
        Guest two = waitingFor(4);
        places.enter(address(1), lonely);
        places.enter(address(2), one);
        places.enter(address(2), two);
        places.enter(address(2), served());

        assertTrue(places.enter(address(3), waitingFor(0)));
        assertTrue(one.gone);
        assertFalse(lonely.gone || two.gone);
    }
}
