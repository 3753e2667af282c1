package io.hostpulse.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short form of the fault campaign, all kinds, two at a time. {@code -Dhostpulse.seed=N} repeats the chances of a failure;
 * {@code scripts/faults} is the long form.
 */
class FaultCampaignTest {

    private static final ExecutorService AT_ONCE = Executors.newFixedThreadPool(2);

    @TempDir
    static Path scratch;

    @TestFactory
    Stream<DynamicTest> losesNothingAcknowledgedAndTellsWhatIsDamaged() {
        long seed = Long.getLong("hostpulse.seed", System.nanoTime() & 0xffff_ffffL);
        Campaign campaign = new Campaign(new Scratch(scratch), seed, Scale.SHORT);
        List<Running> all = Campaign.scenarios().stream()
                .map(scenario -> new Running(scenario.kind(), AT_ONCE.submit(() -> campaign.run(scenario))))
                .toList();
        return all.stream().map(running -> running.test(seed));
    }

    private record Running(String kind, Future<Outcome> outcome) {

        DynamicTest test(long seed) {
            return DynamicTest.dynamicTest(kind + ", -Dhostpulse.seed=" + seed, () -> check(outcome.get(), seed));
        }
    }

    private static void check(Outcome outcome, long seed) {
        assumeFalse(outcome.wasSkipped(), () -> String.join("; ", outcome.notes()));
        Verdict verdict = Verdict.of(outcome);
        assertThat(verdict.isAcceptable())
                .as(() -> "seed " + seed + "\n" + OutcomeTable.textOf(outcome))
                .isTrue();
    }

    @AfterAll
    static void stop() {
        AT_ONCE.shutdownNow();
    }
}
