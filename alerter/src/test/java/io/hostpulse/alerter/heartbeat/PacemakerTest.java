package io.hostpulse.alerter.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacemakerTest {

    private static final long SECOND = 1_000_000_000;
    private static final long NOON = 1_735_905_600 * SECOND;

    private List<String> problems = List.of();
    private long now = NOON;
    private final Pacemaker pacemaker = new Pacemaker(Duration.ofMinutes(1), at -> problems);

    @Test
    void beatsAtOnceAndThenOnceAnInterval() {
        assertThat(seconds(180)).extracting(PacemakerTest::second).containsExactly(0L, 60L, 120L);
    }

    @Test
    void aBeatProvesSomethingForAnIntervalOnly() {
        Beat beat = seconds(1).get(0);
        assertThat(beat.isOver(NOON + 59 * SECOND)).isFalse();
        assertThat(beat.isOver(NOON + 60 * SECOND)).isTrue();
        assertThat(beat.isOver(NOON - SECOND)).as("the clock was set back").isTrue();
    }

    @Test
    void whatIsWrongForAMomentDelaysABeatAndTakesNoneAway() {
        seconds(55);
        problems = List.of("nothing new in stream memory");
        assertThat(seconds(20)).isEmpty();
        problems = List.of();
        assertThat(seconds(120)).extracting(PacemakerTest::second).containsExactly(75L, 135L);
    }

    @Test
    void afterAWholeIntervalWithoutItSaysOnceAnIntervalWhatIsWrong() {
        seconds(1);
        problems = List.of("nothing new in stream memory");
        List<Beat> beats = seconds(239);
        assertThat(beats).extracting(PacemakerTest::second).containsExactly(120L, 180L);
        assertThat(beats).allSatisfy(beat -> assertThat(beat.problems()).isEqualTo(problems));
        problems = List.of();
        assertThat(seconds(1)).singleElement().satisfies(beat -> assertThat(beat.isWell())
                .isTrue());
    }

    @Test
    void aMachineThatHasSleptIsGivenAMoment() {
        seconds(1);
        now += 8 * 3600 * SECOND;
        problems = List.of("nothing new in stream memory");
        assertThat(seconds(3)).isEmpty();
        problems = List.of();
        assertThat(seconds(1)).singleElement().satisfies(beat -> assertThat(beat.isWell())
                .isTrue());
    }

    @Test
    void waitsForTheFirstSamplesWithoutAWord() {
        problems = List.of("there is no stream memory");
        assertThat(seconds(10)).isEmpty();
        problems = List.of();
        assertThat(seconds(1)).hasSize(1);
    }

    @Test
    void goesOnWhenTheClockIsSetBack() {
        seconds(1);
        now -= 3600 * SECOND;
        assertThat(seconds(61)).hasSizeBetween(1, 2);
    }

    private List<Beat> seconds(int count) {
        List<Beat> beats = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pacemaker.turn(now).ifPresent(beats::add);
            now += SECOND;
        }
        return beats;
    }

    private static long second(Beat beat) {
        return (beat.at() - NOON) / SECOND;
    }
}
