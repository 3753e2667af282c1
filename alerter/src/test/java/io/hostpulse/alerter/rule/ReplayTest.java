package io.hostpulse.alerter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final StreamName M = new StreamName("m");

    private final List<Transition> told = new ArrayList<>();

    private RuleEngine engine(String... settings) {
        RuleEngine engine = new RuleEngine(Rules.only(settings).read(), "atlas", told::add);
        engine.expect(M, Duration.ofSeconds(1));
        return engine;
    }

    @Test
    void noticesASilenceBetweenTwoRecords() {
        Replay replay = new Replay(engine("s.metric=m", "s.condition=stale", "s.warning=60"));
        replay.sample(M, Trial.START, 1, Trial.ok("v", new Value.Whole(1)));
        replay.sample(M, Trial.START + 3600 * Trial.SECOND, 2, Trial.ok("v", new Value.Whole(1)));
        assertThat(told).extracting(Trial::shortly).containsExactly("FW", "R");
        assertThat(told.get(0).alert().since()).isEqualTo(Trial.START + 61 * Trial.SECOND);
    }

    @Test
    void aClockThatWasSetByYearsTakesNoTimeAndMakesNothingFire() {
        Replay replay = new Replay(engine("s.metric=m", "s.condition=stale", "s.warning=60"));
        replay.sample(M, Trial.START, 1, Trial.ok("v", new Value.Whole(1)));
        replay.sample(M, Trial.START + 20L * 365 * 86_400 * Trial.SECOND, 2, Trial.ok("v", new Value.Whole(1)));
        replay.sample(M, Trial.START, 3, Trial.ok("v", new Value.Whole(1)));
        assertThat(told).isEmpty();
    }

    @Test
    void theSameHistoryGivesTheSameTransitionsWhateverItHolds() {
        for (long seed = 1; seed <= 60; seed++) {
            List<Transition> first = play(seed);
            assertThat(play(seed)).as("seed " + seed).isEqualTo(first);
        }
    }

    private List<Transition> play(long seed) {
        Random random = new Random(seed);
        told.clear();
        Replay replay = new Replay(engine(
                "a.metric=m.v",
                "a.warning=5",
                "b.metric=m.*",
                "b.condition=not_equals",
                "b.warning=x",
                "c.metric=m.list[*].v",
                "c.function=p90",
                "c.over=10s",
                "c.warning=3",
                "d.metric=*.list[*]",
                "d.condition=no_data",
                "d.warning=2s",
                "e.metric=m.v[*].v.v",
                "e.condition=outside",
                "e.warning=1,2"));
        long time = Trial.START;
        for (int step = 1; step <= 150; step++) {
            time += (random.nextInt(10) - 2) * Trial.SECOND / 2;
            replay.sample(M, time, step + random.nextInt(3) - 1L, reading(random));
        }
        return List.copyOf(told);
    }

    private static Reading reading(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Reading.Failed("broken");
            case 1 -> new Reading.Unavailable("asleep");
            default -> new Reading.Ok(fields(random, 3));
        };
    }

    private static Fields fields(Random random, int depth) {
        Fields.Builder fields = Fields.builder();
        for (String name : List.of("v", "list", "name", "id")) {
            if (random.nextInt(4) > 0) {
                fields.put(name, value(random, depth));
            }
        }
        return fields.build();
    }

    private static Value value(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 8 : 5);
        return switch (kind) {
            case 0 -> new Value.Whole(random.nextBoolean() ? Long.MIN_VALUE : random.nextInt(9));
            case 1 -> new Value.Real(random.nextBoolean() ? Double.MAX_VALUE : random.nextInt(9));
            case 2 -> new Value.Text(random.nextBoolean() ? "" : "a,b=c\n");
            case 3 -> new Value.Flag(random.nextBoolean());
            case 4 -> new Value.Missing("none");
            case 5 -> fields(random, depth - 1);
            default -> new Value.Sequence(List.of(value(random, depth - 1), value(random, depth - 1)));
        };
    }
}
