package io.hostpulse.tests.faults;

import io.hostpulse.common.queue.FaultStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Kills a writer that is pid 1 of its namespace and starts the next one, which is pid 1 as well: the pid in Chronicle's lock
 * then seems to live.
 */
final class SamePid implements Scenario {

    private static final Duration LIFE = Duration.ofMillis(300);
    private static final int LIVES = 4;

    @Override
    public String kind() {
        return "same-pid";
    }

    @Override
    public Goal goal() {
        return Goal.RECOVERY;
    }

    @Override
    public Optional<String> obstacle() {
        return Namespace.OF_PIDS.obstacle();
    }

    @Override
    public void run(Trial trial) {
        Site outside = trial.scratch().site();
        Site site = new Site(outside.root(), outside.jvm().behind(Namespace.OF_PIDS.words()));
        Ledger ledger = new Ledger();
        int locked = 0;
        int lives = LIVES * trial.scale().repeats();
        for (int i = 0; i <= lives; i++) {
            try (Child writer = site.writer(ledger, "--rate", "1000000", "--size", "16384")) {
                Duration restart = writer.awaitWork(Trial.LIMIT);
                if (i > 0) {
                    trial.tally().survived(restart);
                }
                Pause.of(trial.upTo(LIFE));
                writer.kill();
            }
            if (i < lives) {
                trial.tally().injected();
                locked += FaultStream.writeLockIsHeld(site.stream()) ? 1 : 0;
            }
        }
        trial.tally().note(locked + " of " + lives + " died with Chronicle's write lock held");
        ReaderLog fresh = Census.of(site.stream());
        trial.tally().read(ledger, fresh.missing(ledger));
        Findings.none(trial.tally(), fresh);
        Scratch.delete(site.root());
    }
}
