package io.hostpulse.tests.faults;

import io.hostpulse.testkit.Await;
import java.time.Duration;

/** Stops the writer for a while, during which another one is refused, and lets it go on. */
final class StoppedWriter implements Scenario {

    @Override
    public String kind() {
        return "stopped-writer";
    }

    @Override
    public Goal goal() {
        return Goal.RECOVERY;
    }

    @Override
    public void run(Trial trial) {
        Site site = trial.scratch().site();
        Ledger ledger = new Ledger();
        try (Child writer = site.writer(ledger)) {
            writer.awaitWork(Trial.LIMIT);
            writer.signal("STOP");
            trial.tally().injected();
            long until = System.nanoTime() + trial.scale().stop().toNanos();
            Refusal.of(site, writer, trial.tally());
            Pause.until(until);
            int before = ledger.count();
            long continued = System.nanoTime();
            writer.signal("CONT");
            Await.until("the writer goes on", Trial.LIMIT, () -> ledger.count() > before);
            trial.tally().survived(Duration.ofNanos(System.nanoTime() - continued));
        }
        ReaderLog fresh = Census.of(site.stream());
        trial.tally().read(ledger, fresh.missing(ledger));
        Findings.none(trial.tally(), fresh);
        Scratch.delete(site.root());
    }
}
