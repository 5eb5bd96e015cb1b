package dev.vitrine.local.life;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A local cloud reduced to its children: one obedient, one that ignores TERM, one whose child does the work.
final class TetheredChildren {

    private TetheredChildren() {}

    public static void main(String[] arguments) throws Exception {
        DataFolder data = DataFolder.open(Path.of(arguments[0]), false);
        Lifeline lifeline = Lifeline.start(data.folder("run"), Duration.ofSeconds(1));
        System.out.println("watcher " + lifeline.pid());
        for (String script : List.of(
                "echo $$; exec sleep 1000",
                "trap '' TERM; echo $$; while true; do sleep 1000; done",
                "sleep 1000 & echo $!; wait")) {
            Process child = new ProcessBuilder(Detached.command(List.of("sh", "-c", script))).start();
            lifeline.tether(child, Signal.TERM);
            System.out.println("child " + child.inputReader().readLine());
        }
        Process brief = lifeline.tether(new ProcessBuilder("true").start(), Signal.TERM);
        brief.waitFor();
        System.out.println("up");
        new CountDownLatch(1).await();
    }
}
