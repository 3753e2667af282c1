package io.hostpulse.alerter.rule;

import io.hostpulse.alerter.rule.window.WindowFunction;
import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads {@code function}, {@code over}, {@code per} and {@code limit}. */
final class MeasureReader {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final String FUNCTIONS = "value, average, min, max, median, p95, rate, change, time_until_full";

    private final ConfigNode node;

    MeasureReader(ConfigNode node) {
        this.node = node;
    }

    Measure read(Measure base) {
        WindowFunction function = function(base.function());
        Duration over = node.duration("over", base.over(), SHORTEST, LONGEST);
        String limit = node.text("limit", base.limitField());
        OptionalDouble number = Quantities.parse(limit);
        String field = number.isEmpty() ? limit : "";
        return new Measure(function, over, number.orElse(base.limit()), field);
    }

    private WindowFunction function(WindowFunction base) {
        WindowFunction.TimeUnit per = new WordReader(node).read("per", unit(base));
        Optional<String> written = node.optionalText("function");
        if (written.isEmpty()) {
            return in(per, base);
        }
        Optional<WindowFunction> function = WindowFunction.named(written.get(), per);
        if (function.isEmpty()) {
            node.problem("function", "must be one of " + FUNCTIONS + " or another percentile");
        }
        return function.orElse(base);
    }

    private static WindowFunction.TimeUnit unit(WindowFunction function) {
        if (function instanceof WindowFunction.Rate rate) {
            return rate.per();
        }
        return function instanceof WindowFunction.Change change ? change.per() : WindowFunction.TimeUnit.SECOND;
    }

    private static WindowFunction in(WindowFunction.TimeUnit per, WindowFunction function) {
        if (function instanceof WindowFunction.Rate) {
            return new WindowFunction.Rate(per);
        }
        return function instanceof WindowFunction.Change ? new WindowFunction.Change(per) : function;
    }
}
