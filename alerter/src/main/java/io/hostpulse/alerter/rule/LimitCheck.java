package io.hostpulse.alerter.rule;

import io.hostpulse.common.alert.AlertLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks that a worse level has a limit that is farther out. */
final class LimitCheck {

    private LimitCheck() {}

    /** What is wrong with the limits, if anything is. */
    static Optional<String> problem(Condition condition) {
        List<AlertLevel> levels = new ArrayList<>(condition.enter().keySet());
        for (int index = 1; index < levels.size(); index++) {
            AlertLevel mild = levels.get(index - 1);
            AlertLevel bad = levels.get(index);
            Optional<String> order = order(
                    condition, condition.enter().get(mild), condition.enter().get(bad));
            if (order.isPresent()) {
                return order.map(how -> word(bad) + " must be " + how + " " + word(mild));
            }
        }
        return Optional.empty();
    }

    private static String word(AlertLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> order(Condition condition, Limit mild, Limit bad) {
        if (condition.comparison() == Comparison.NOT_EQUALS) {
            return Optional.of("left out: what differs from two values is always violated; it is beside");
        }
        if (mild instanceof Limit.Number low && bad instanceof Limit.Number high) {
            return order(condition, low.value(), high.value());
        }
        if (mild instanceof Limit.Range inner && bad instanceof Limit.Range around) {
            boolean wider = around.low() <= inner.low() && around.high() >= inner.high() && !around.equals(inner);
            return wider ? Optional.empty() : Optional.of("a wider range than");
        }
        return mild.equals(bad) ? Optional.of("another value than") : Optional.empty();
    }

    private static Optional<String> order(Condition condition, double mild, double bad) {
        if (condition.comparison() == Comparison.EQUALS) {
            boolean apart = Math.abs(mild - bad) > condition.tolerance();
            return apart ? Optional.empty() : Optional.of("another value than");
        }
        boolean downward = condition.comparison().isDownward();
        boolean beyond = downward ? bad < mild : bad > mild;
        return beyond ? Optional.empty() : Optional.of(downward ? "below" : "above");
    }
}
