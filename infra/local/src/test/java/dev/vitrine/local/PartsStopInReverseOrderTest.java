package dev.vitrine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PartsStopInReverseOrderTest {

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @Test
    void stagesStartInOrderAndStopInReverse() throws Exception {
        LocalCloud cloud = cloud(List.of(part("store")), List.of(part("functions")), List.of(part("edge")));

        cloud.start();
        cloud.stop();
        cloud.stop();

        assertEquals(
                List.of("start store", "start functions", "start edge", "stop edge", "stop functions", "stop store"),
                seen);
    }

    @Test
    void partsOfOneStageStartSideBySide() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        Step meet = () -> both.await(20, TimeUnit.SECONDS);
        LocalCloud cloud = cloud(List.of(part("a", meet), part("b", meet)));

        cloud.start();
        cloud.stop();

        assertEquals(4, seen.size());
    }

    @Test
    void aFailedStartStopsEverythingThatWasBegun() {
        LocalCloud cloud = cloud(
                List.of(part("store")),
                List.of(part("broken", () -> {
                    throw new IOException("no such luck");
                })),
                List.of(part("edge")));

        IOException failure = assertThrows(IOException.class, cloud::start);

        assertEquals("no such luck", failure.getMessage());
        assertEquals(List.of("start store", "start broken", "stop broken", "stop store"), seen);
        assertTrue(seen.stream().noneMatch(s -> s.contains("edge")));
    }

    @SafeVarargs
    private static LocalCloud cloud(List<Service>... stages) {
        return new LocalCloud(List.of(stages), (part, took) -> {});
    }

    private Service part(String name) {
        return part(name, () -> {});
    }

    private Service part(String name, Step onStart) {
        return new Service() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void start() throws Exception {
                seen.add("start " + name);
                onStart.run();
            }

            @Override
            public void stop() {
                seen.add("stop " + name);
            }
        };
    }

    private interface Step {
        void run() throws Exception;
    }
}
