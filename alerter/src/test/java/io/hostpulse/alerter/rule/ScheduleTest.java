package io.hostpulse.alerter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    // 2026-11-20 is a Friday. Berlin: UTC+1, from 29 March 2026 02:00 UTC+2, from 25 October 2026 03:00 UTC+1 again.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "mon-fri | 08:00-18:00 | 2026-11-20T06:59:59Z | false",
                "mon-fri | 08:00-18:00 | 2026-11-20T07:00:00Z | true",
                "mon-fri | 08:00-18:00 | 2026-11-20T16:59:59Z | true",
                "mon-fri | 08:00-18:00 | 2026-11-20T17:00:00Z | false",
                "mon-fri | 08:00-18:00 | 2026-11-21T10:00:00Z | false",
                "fri | 22:00-06:00 | 2026-11-20T21:00:00Z | true",
                "fri | 22:00-06:00 | 2026-11-21T04:59:00Z | true",
                "fri | 22:00-06:00 | 2026-11-21T05:00:00Z | false",
                "fri | 22:00-06:00 | 2026-11-20T04:00:00Z | false",
                "fri | 22:00-06:00 | 2026-11-21T21:30:00Z | false",
                "sat-mon | - | 2026-11-20T22:59:59Z | false",
                "sat-mon | - | 2026-11-20T23:00:00Z | true",
                "sat-mon | - | 2026-11-23T22:59:59Z | true",
                "sat-mon | - | 2026-11-23T23:00:00Z | false",
                "mon-sun | 00:00-24:00 | 2026-11-20T12:00:00Z | true",
                "mon-sun | 18:00-24:00 | 2026-11-20T22:59:00Z | true",
                "mon-sun | 18:00-24:00 | 2026-11-20T23:00:00Z | false",
                "mon-sun | 08:00-09:00,17:00-18:00 | 2026-11-20T16:30:00Z | true",
                "mon-sun | 08:00-09:00,17:00-18:00 | 2026-11-20T12:00:00Z | false",
                // The hour from 2 to 3 does not come on 29 March.
                "sun | 02:00-03:00 | 2026-03-29T00:59:59Z | false",
                "sun | 02:00-03:00 | 2026-03-29T01:00:00Z | false",
                "sun | 03:00-04:00 | 2026-03-29T01:00:00Z | true",
                // It comes twice on 25 October.
                "sun | 02:00-03:00 | 2026-10-25T00:30:00Z | true",
                "sun | 02:00-03:00 | 2026-10-25T01:30:00Z | true",
                "sun | 02:00-03:00 | 2026-10-25T02:00:00Z | false",
                // Over midnight and over the change at once.
                "sat | 22:00-06:00 | 2026-10-25T04:59:00Z | true",
                "sat | 22:00-06:00 | 2026-10-25T05:00:00Z | false",
                "sat | 22:00-06:00 | 2026-03-29T03:59:00Z | true",
                "sat | 22:00-06:00 | 2026-03-29T04:00:00Z | false",
            })
    void appliesByTheClockOnTheWall(String days, String hours, Instant at, boolean applies) {
        Rule rule = rule(days, hours);
        assertThat(rule.schedule().holds(nanos(at))).isEqualTo(applies);
    }

    private static Rule rule(String days, String hours) {
        String[] settings = {
            "t.metric=m.v",
            "t.warning=80",
            "t.when.zone=Europe/Berlin",
            "t.when.days=" + days,
            hours == null ? "t.enabled=true" : "t.when.hours=" + hours
        };
        return Rules.only(settings).read().all().get(0);
    }

    private static long nanos(Instant at) {
        return at.getEpochSecond() * 1_000_000_000L;
    }

    @Test
    void endsAlertsWhenItsHoursEnd() {
        Trial trial = new Trial(
                RuleSet.of(List.of(rule("mon-sun", "08:00-18:00"))), nanos(Instant.parse("2026-11-20T16:59:56Z")));
        assertThat(trial.play("85 85 . . . . 85 85")).isEqualTo("1FW 4R:OUTSIDE_HOURS");
    }

    @Test
    void beginsWithItsHoursAndNotBefore() {
        Trial trial = new Trial(
                RuleSet.of(List.of(rule("mon-sun", "08:00-18:00"))), nanos(Instant.parse("2026-11-20T06:59:56Z")));
        assertThat(trial.play("85 85 85 85 85")).isEqualTo("4FW");
    }

    @Test
    void aSilentNightIsNotHeldAgainstTheMorning() {
        RuleSet rules = Rules.only(
                        "t.metric=m", "t.condition=stale", "t.warning=3", "t.when.zone=UTC", "t.when.hours=08:00-18:00")
                .read();
        Trial trial = new Trial(rules, nanos(Instant.parse("2026-11-20T07:59:50Z"))).expect("m");
        assertThat(trial.play("1 . . . . . . . . . . . . .")).isEqualTo("13FW");
    }
}
