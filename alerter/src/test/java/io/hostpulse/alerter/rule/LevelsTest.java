package io.hostpulse.alerter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.alert.AlertLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hysteresis, for, m of n and keep_firing_for against a model that remembers everything and looks back. */
class LevelsTest {

    /** What the model knows of one value: whether it violated, whether it was enough, how much time it stands for. */
    private record Seen(boolean violated, boolean enough, long step) {}

    private static final class Model {
        private final Patience patience;
        private final List<Seen> all = new ArrayList<>();
        private int turned;
        private boolean on;

        Model(Patience patience) {
            this.patience = patience;
        }

        void add(boolean violated, long step) {
            all.add(new Seen(violated, false, step));
            long among = all.stream()
                    .skip(Math.max(0, all.size() - patience.of()))
                    .filter(Seen::violated)
                    .count();
            all.set(all.size() - 1, new Seen(violated, among >= patience.violations(), step));
            Duration needed = on ? patience.keepFiringFor() : patience.holdFor();
            if (last().enough() != on && lasted() >= needed.toNanos()) {
                on = !on;
                turned = all.size();
            }
        }

        private Seen last() {
            return all.get(all.size() - 1);
        }

        // From the first of the newest values that are all for a change.
        private long lasted() {
            long time = 0;
            for (int index = all.size() - 1;
                    index > turned && all.get(index - 1).enough() != on;
                    index--) {
                time += all.get(index).step();
            }
            return time;
        }
    }

    @Test
    void areWhatTheModelSays() {
        for (long seed = 1; seed <= 2000; seed++) {
            compare(new Random(seed), "seed " + seed);
        }
    }

    private static void compare(Random random, String seed) {
        int of = 1 + random.nextInt(random.nextBoolean() ? 1 : 6);
        Patience patience = new Patience(time(random), 1 + random.nextInt(of), of, time(random));
        double margin = random.nextInt(3) * 2;
        Rule rule = RuleBuilder.of("r", "m.v")
                .limit(AlertLevel.WARNING, 5, 5 - margin)
                .limit(AlertLevel.CRITICAL, 8, 8 - margin)
                .build();
        Levels levels = new Levels(rule.condition(), patience);
        Model warning = new Model(patience);
        Model critical = new Model(patience);
        for (int step = 0; step < 120; step++) {
            double value = random.nextInt(11);
            long time = random.nextInt(3);
            boolean bad = value > 8 || (critical.on && value > 8 - margin);
            boolean mild = bad || value > 5 || (warning.on && value > 5 - margin);
            critical.add(bad, time);
            warning.add(mild, time);
            levels.observe(value, null, time);
            assertThat(levels.level()).as("%s, step %d", seed, step).isEqualTo(expected(warning.on, critical.on));
        }
    }

    // None in half of the cases.
    private static Duration time(Random random) {
        return Duration.ofNanos(random.nextBoolean() ? 0 : random.nextInt(6));
    }

    private static Optional<AlertLevel> expected(boolean warning, boolean critical) {
        return critical
                ? Optional.of(AlertLevel.CRITICAL)
                : warning ? Optional.of(AlertLevel.WARNING) : Optional.empty();
    }

    @Test
    void sixtyFourValuesAreNotTooMany() {
        Rule rule = RuleBuilder.of("r", "m.v")
                .limit(AlertLevel.WARNING, 5)
                .violations(64, 64)
                .build();
        Trial trial = Trial.of(rule);
        assertThat(trial.play("9 ".repeat(64))).isEqualTo("1p 64e 64FW");
    }
}
