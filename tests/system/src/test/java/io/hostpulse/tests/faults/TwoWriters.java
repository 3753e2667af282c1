package io.hostpulse.tests.faults;

import io.hostpulse.testkit.Await;
import java.time.Duration;

/** Starts a second writer while the first lives. */
final class TwoWriters implements Scenario {

    @Override
    public String kind() {
        return "two-writers";
    }

    @Override
    public Goal goal() {
        return Goal.RECOVERY;
    }

    @Override
    public void run(Trial trial) {
        Site site = trial.scratch().site();
        Ledger ledger = new Ledger();
        try (Child first = site.writer(ledger)) {
            first.awaitWork(Trial.LIMIT);
            for (int i = 0; i < trial.scale().repeats(); i++) {
                int before = ledger.count();
                trial.tally().injected();
                Refusal.of(site, first, trial.tally());
                Await.until("the first writer goes on", Duration.ofSeconds(2), () -> ledger.count() > before + 20);
                trial.tally().survived();
            }
        }
        ReaderLog fresh = Census.of(site.stream());
        trial.tally().read(ledger, fresh.missing(ledger));
        Findings.none(trial.tally(), fresh);
        Scratch.delete(site.root());
    }
}
