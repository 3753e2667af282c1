package io.hostpulse.tests.faults;

import java.time.Duration;

/** Kills the writer at random moments of its life, one in five of them before its first record. */
final class WriterKills implements Scenario {

    /** Rounds keep the streams short enough to be read again and again. */
    private static final int ROUND = 100;

    private static final Duration START = Duration.ofMillis(800);
    private static final Duration LIFE = Duration.ofMillis(500);

    @Override
    public String kind() {
        return "writer-kill";
    }

    @Override
    public Goal goal() {
        return Goal.RESTART;
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
        for (int i = 0; i < kills; i++) {
            live(trial, site, ledger, i > 0);
        }
        try (Child last = site.writer(ledger)) {
            trial.tally().survived(last.awaitWork(Trial.LIMIT));
            last.kill();
        }
        ReaderLog fresh = Census.of(site.stream());
        trial.tally().read(ledger, fresh.missing(ledger));
        Findings.none(trial.tally(), fresh);
        Scratch.delete(site.root());
    }

    private void live(Trial trial, Site site, Ledger ledger, boolean again) {
        try (Child writer = site.writer(ledger)) {
            if (again && trial.random().nextInt(5) == 0) {
                Pause.of(trial.upTo(START));
            } else {
                Duration restart = writer.awaitWork(Trial.LIMIT);
                if (again) {
                    trial.tally().survived(restart);
                }
                Pause.of(trial.upTo(LIFE));
            }
            writer.kill();
            trial.tally().injected();
        }
    }
}
