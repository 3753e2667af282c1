package io.hostpulse.tests.faults;

import io.hostpulse.testkit.Await;
import java.time.Duration;

/** Stops a reader for a while; then it must catch up with all that was written, and the writer must not have noticed. */
final class StoppedReader implements Scenario {

    @Override
    public String kind() {
        return "stopped-reader";
    }

    @Override
    public Goal goal() {
        return Goal.RECOVERY;
    }

    @Override
    public void run(Trial trial) {
        Site site = trial.scratch().site();
        Ledger ledger = new Ledger();
        ReaderLog log = new ReaderLog();
        try (Child writer = site.writer(ledger)) {
            writer.awaitWork(Trial.LIMIT);
            try (Child reader = site.reader(log, "reader")) {
                reader.awaitWork(Trial.LIMIT);
                reader.signal("STOP");
                trial.tally().injected();
                Pause.of(trial.scale().stop());
                Ledger written = ledger.copy();
                long continued = System.nanoTime();
                reader.signal("CONT");
                Await.until("the reader caught up", Trial.LIMIT, () -> log.missing(written)
                        .isEmpty());
                trial.tally().survived(Duration.ofNanos(System.nanoTime() - continued));
                writer.say(Parent.STOP);
                writer.awaitExit(Trial.LIMIT);
                Await.until("the reader has all", Trial.LIMIT, () -> log.missing(ledger)
                        .isEmpty());
            }
        }
        trial.tally().read(ledger, log.missing(ledger));
        trial.tally().duplicates(log.duplicates());
        Findings.none(trial.tally(), log);
        Scratch.delete(site.root());
    }
}
