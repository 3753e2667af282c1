package io.hostpulse.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.history.block.RollupBlock;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class QueryPlanTest {

    private static final SeriesKey KEY = new SeriesKey(new StreamName("memory"), "used");
    private static final long MINUTE = RollupBlock.MINUTE;
    private static final long HOUR = RollupBlock.HOUR;
    private static final long DAY = 24 * HOUR;
    private static final long NOON = 20_454 * DAY + 12 * HOUR;

    private static QueryPlan plan(long from, long to, int points) {
        return QueryPlan.of(new SeriesQuery(KEY, from, to, points), NOON - 2 * DAY, NOON - 30 * DAY);
    }

    @Test
    void tenMinutesAreReadValueByValue() {
        QueryPlan plan = plan(NOON - 10 * MINUTE, NOON, 600);
        assertThat(plan.tier()).isEqualTo(Tier.RAW);
        assertThat(plan.width()).isEqualTo(1_000_000_000L);
        assertThat(plan.rawFrom()).isEqualTo(plan.from());
    }

    @Test
    void aDayAtSixHundredPointsIsReadFromMinutes() {
        QueryPlan plan = plan(NOON - DAY, NOON, 600);
        assertThat(plan.tier()).isEqualTo(Tier.MINUTES);
        assertThat(plan.width()).isEqualTo(3 * MINUTE);
        assertThat(plan.minutesFrom()).isEqualTo(plan.from());
        assertThat(plan.rawFrom()).isEqualTo(plan.to());
    }

    @Test
    void aMonthAtSixHundredPointsIsReadFromHours() {
        QueryPlan plan = plan(NOON - 30 * DAY, NOON, 600);
        assertThat(plan.tier()).isEqualTo(Tier.HOURS);
        assertThat(plan.width()).isEqualTo(2 * HOUR);
        assertThat(plan.minutesFrom()).isEqualTo(plan.to());
    }

    @Test
    void whatIsOlderThanRawValuesComesFromMinutesAndThenFromHours() {
        QueryPlan plan = plan(NOON - 40 * DAY, NOON - 40 * DAY + MINUTE, 60);
        assertThat(plan.tier()).isEqualTo(Tier.RAW);
        assertThat(plan.minutesFrom()).isEqualTo(plan.to());
        plan = plan(NOON - 3 * DAY, NOON - 3 * DAY + MINUTE, 60);
        assertThat(plan.minutesFrom()).isEqualTo(plan.from());
        assertThat(plan.rawFrom()).isEqualTo(plan.to());
    }

    @Test
    void withoutAnyValueNothingIsReadTwice() {
        QueryPlan plan = QueryPlan.of(new SeriesQuery(KEY, 0, DAY, 100_000 / 10), Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(plan.minutesFrom()).isEqualTo(plan.to());
        assertThat(plan.rawFrom()).isEqualTo(plan.to());
    }

    @RepeatedTest(300)
    void theAnswerNeverHasMoreBucketsThanWereAskedFor(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        long from = random.nextLong(NOON);
        long to = from + 1 + random.nextLong(1L << random.nextInt(1, 60));
        int points = random.nextInt(1, SeriesQuery.MAX_POINTS + 1);
        QueryPlan plan = plan(from, to, points);
        assertThat((plan.to() - plan.from()) / plan.width()).isLessThanOrEqualTo(points);
        assertThat(plan.from()).isLessThanOrEqualTo(from).isGreaterThan(from - plan.width());
        assertThat(plan.to()).isGreaterThanOrEqualTo(to).isLessThan(to + plan.width());
        assertThat(plan.minutesFrom()).isBetween(plan.from(), plan.rawFrom());
        assertThat(plan.rawFrom()).isBetween(plan.from(), plan.to());
    }

    @Test
    void refusesWhatCannotBeAnswered() {
        assertThatThrownBy(() -> new SeriesQuery(KEY, 5, 5, 1)).hasMessageContaining("must end after it begins");
        assertThatThrownBy(() -> new SeriesQuery(KEY, 1, 5, 0)).hasMessageContaining("1 to 10000");
        assertThatThrownBy(() -> new SeriesQuery(KEY, 1, 5, 10_001)).hasMessageContaining("1 to 10000");
    }
}
