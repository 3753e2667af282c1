package io.hostpulse.tests.faults;

import io.hostpulse.testkit.Await;
import java.time.Duration;

/** Kills a reader at random moments while its writer goes on. */
final class ReaderKills implements Scenario {

    private static final int ROUND = 100;
    private static final Duration START = Duration.ofMillis(800);
    private static final Duration LIFE = Duration.ofMillis(500);

    @Override
    public String kind() {
        return "reader-kill";
    }

    @Override
    public Goal goal() {
        return Goal.READER_RESTART;
    }

    @Override
    public void run(Trial trial) {
        for (int left = trial.scale().kills(); left > 0; left -= ROUND) {
            round(trial, Math.min(left, ROUND));
        }
    }

    private void round(Trial trial, int kills) {
        Site site = trial.scratch().site();
        Ledger ledger = new Ledger();
        ReaderLog log = new ReaderLog();
        try (Child writer = site.writer(ledger)) {
            writer.awaitWork(Trial.LIMIT);
            for (int i = 0; i < kills; i++) {
                live(trial, site, log, i > 0);
            }
            writer.say(Parent.STOP);
            writer.awaitExit(Trial.LIMIT);
        }
        try (Child last = site.reader(log, "reader")) {
            trial.tally().survived(last.awaitWork(Trial.LIMIT));
            Await.until("the last reader has all", Trial.LIMIT, () -> log.missing(ledger)
                    .isEmpty());
        }
        trial.tally().read(ledger, log.missing(ledger));
        trial.tally().duplicates(log.duplicates());
        Findings.none(trial.tally(), log);
        Scratch.delete(site.root());
    }

    private void live(Trial trial, Site site, ReaderLog log, boolean again) {
        int before = log.duplicates();
        try (Child reader = site.reader(log, "reader")) {
            if (again && trial.random().nextInt(5) == 0) {
                Pause.of(trial.upTo(START));
            } else {
                Duration restart = reader.awaitWork(Trial.LIMIT);
                if (again) {
                    trial.tally().survived(restart);
                }
                Pause.of(trial.upTo(LIFE));
            }
            reader.kill();
            trial.tally().injected();
        }
        if (log.duplicates() - before > 1) {
            trial.tally().problem((log.duplicates() - before) + " duplicates after one kill");
        }
    }
}
