package io.hostpulse.alerter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What hours do to alerts; when they are is tested with the schedules. */
class RuleHoursTest {

    private static Rule rule(String hours) {
        return Rules.only("t.metric=m.v", "t.warning=80", "t.when.zone=Europe/Berlin", "t.when.hours=" + hours)
                .read()
                .all()
                .get(0);
    }

    private static long nanos(Instant at) {
        return at.getEpochSecond() * 1_000_000_000L;
    }

    @Test
    void endsAlertsWhenItsHoursEnd() {
        Trial trial = new Trial(RuleSet.of(List.of(rule("08:00-18:00"))), nanos(Instant.parse("2026-11-20T16:59:56Z")));
        assertThat(trial.play("85 85 . . . . 85 85")).isEqualTo("1FW 4R:OUTSIDE_HOURS");
    }

    @Test
    void beginsWithItsHoursAndNotBefore() {
        Trial trial = new Trial(RuleSet.of(List.of(rule("08:00-18:00"))), nanos(Instant.parse("2026-11-20T06:59:56Z")));
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
