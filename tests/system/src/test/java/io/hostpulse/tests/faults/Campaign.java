package io.hostpulse.tests.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Runs scenarios, each with chances of its own that follow from the seed and its name alone.
 *
 * @param scratch where it may write
 * @param seed from which all chances follow
 * @param scale how much to inject
 */
record Campaign(Scratch scratch, long seed, Scale scale) {

    /** Every kind of fault there is. */
    static List<Scenario> scenarios() {
        List<Scenario> all = new ArrayList<>(List.of(
                new WriterKills(),
                new ReaderKills(),
                new RollKills(),
                new SamePid(),
                new TwoWriters(),
                new StoppedWriter(),
                new StoppedReader(),
                new FullDisk(),
                new AlerterKills(),
                new AlertLatency(),
                new MailOutage(),
                new ExporterKills()));
        all.addAll(ClockSteps.all());
        SharedTemplate template = new SharedTemplate();
        for (FileDamage damage : FileDamage.values()) {
            all.add(new DamagedFiles(damage, template));
        }
        return all;
    }

    Outcome run(Scenario scenario) {
        Tally tally = new Tally();
        Optional<String> obstacle = scenario.obstacle();
        if (obstacle.isPresent()) {
            tally.note("skipped: " + obstacle.get());
        } else {
            run(scenario, tally);
        }
        return tally.outcome(scenario.kind(), scenario.goal(), scale.patience());
    }

    // What a scenario throws is a finding like any other: the campaign goes on with the next one.
    @SuppressWarnings("CatchAndPrintStackTrace")
    private void run(Scenario scenario, Tally tally) {
        Random random = new Random(seed ^ scenario.kind().hashCode());
        try {
            scenario.run(new Trial(scratch, random, scale, tally));
        } catch (Exception | AssertionError e) {
            tally.problem("broken off: " + e);
        }
    }
}
