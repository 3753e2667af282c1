package io.hostpulse.alerter.rule;

import io.hostpulse.alerter.rule.metric.MetricPath;
import io.hostpulse.alerter.schedule.Schedule;
import io.hostpulse.common.alert.AlertLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rule, complete and checked. Immutable.
 *
 * @param name its key in the configuration
 * @param metric which values it is about
 * @param by fields that tell elements of a list apart
 * @param measure how the number that is compared comes from the values
 * @param condition when it is violated
 * @param patience how sure one has to be
 * @param goneAfter when a thing that is no longer listed is given up
 * @param alertOnMissing whether a missing value violates it
 * @param schedule when it applies; absent means always
 * @param flapping from when on its alerts flap
 * @param wording how its alerts are told
 */
record Rule(
        String name,
        MetricPath metric,
        List<String> by,
        Measure measure,
        Condition condition,
        Patience patience,
        Duration goneAfter,
        boolean alertOnMissing,
        Optional<Schedule> schedule,
        FlappingLimit flapping,
        Wording wording) {

    Rule {
        by = List.copyOf(by);
    }

    Comparison comparison() {
        return condition.comparison();
    }

    Map<AlertLevel, Limit> limits() {
        return condition.enter();
    }

    /** Whether it computes the same numbers for the same things, so that what is known of them still holds. */
    boolean measuresLike(Rule other) {
        return metric.equals(other.metric)
                && by.equals(other.by)
                && measure.equals(other.measure)
                && comparison() == other.comparison();
    }

    Rule with(Condition other) {
        return new Rule(
                name, metric, by, measure, other, patience, goneAfter, alertOnMissing, schedule, flapping, wording);
    }

    /** The unit of the number that is compared. */
    Unit unit() {
        if (comparison() == Comparison.NO_DATA || measure.isTime()) {
            return Unit.SECONDS;
        }
        return wording.unit() == Unit.AUTO ? Unit.of(metric.lastName()) : wording.unit();
    }
}
