package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.queue.RetentionPlan.Holder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetentionPlanTest {

    private static final long MB = 1 << 20;
    private static final long UNLIMITED = Long.MAX_VALUE;
    private static final List<RollFile> FIVE =
            IntStream.rangeClosed(1, 5).mapToObj(RetentionPlanTest::file).toList();

    private static RollFile file(int cycle) {
        return new RollFile(Path.of(cycle + ".cq4"), cycle, cycle + 1L, MB);
    }

    private static Holder holder(String name, int cycle) {
        return new Holder(new Registration(name, Path.of(name), new Position(cycle, cycle), 0), cycle);
    }

    private static List<Integer> removed(RetentionPlan plan) {
        return plan.removed().stream().map(RollFile::cycle).toList();
    }

    private static List<String> overrun(RetentionPlan plan) {
        return plan.overrun().stream().map(holder -> holder.cursor().consumer()).toList();
    }

    @Test
    void removesWhatIsOldAndPassedByEveryConsumer() {
        RetentionPlan plan = RetentionPlan.of(FIVE, List.of(holder("csv", 4), holder("broker", 5)), UNLIMITED, 100);
        assertThat(removed(plan)).containsExactly(1, 2, 3);
        assertThat(overrun(plan)).isEmpty();
    }

    @Test
    void keepsWhatIsYoungerThanTheLimit() {
        assertThat(removed(RetentionPlan.of(FIVE, List.of(), UNLIMITED, 3))).containsExactly(1, 2);
    }

    @Test
    void neverRemovesTheFileThatIsBeingWritten() {
        assertThat(removed(RetentionPlan.of(FIVE, List.of(), 0, 100))).containsExactly(1, 2, 3, 4);
        assertThat(removed(RetentionPlan.of(FIVE.subList(4, 5), List.of(), 0, 100)))
                .isEmpty();
        assertThat(removed(RetentionPlan.of(List.of(), List.of(), 0, 100))).isEmpty();
    }

    @Test
    void keepsEverythingForAConsumerThatHasNotBegun() {
        assertThat(removed(RetentionPlan.of(FIVE, List.of(holder("new", 0)), UNLIMITED, 100)))
                .isEmpty();
    }

    @Test
    void removesTheOldestAboveTheCapAndSaysWhoStillNeededThem() {
        List<Holder> holders = List.of(holder("csv", 1), holder("mail", 2), holder("history", 3));
        RetentionPlan plan = RetentionPlan.of(FIVE, holders, 3 * MB, 0);
        assertThat(removed(plan)).containsExactly(1, 2);
        assertThat(overrun(plan)).containsExactly("csv", "mail");
    }

    @Test
    void takesFromAStreamOnlyWhatItHasAboveItsFairShare() {
        RetentionLimits limits = new RetentionLimits(Duration.ZERO, 512 * MB, 1000 * MB, Duration.ZERO);
        assertThat(limits.capOf(400 * MB, 900 * MB, 5))
                .as("nothing is exceeded")
                .isGreaterThanOrEqualTo(400 * MB);
        assertThat(limits.capOf(400 * MB, 1100 * MB, 5)).as("above its share").isEqualTo(300 * MB);
        assertThat(limits.capOf(250 * MB, 1100 * MB, 5)).as("down to its share").isEqualTo(200 * MB);
        assertThat(limits.capOf(100 * MB, 1100 * MB, 5)).as("below its share").isGreaterThanOrEqualTo(100 * MB);
        assertThat(limits.capOf(600 * MB, 600 * MB, 5)).as("its own limit").isEqualTo(512 * MB);
    }
}
