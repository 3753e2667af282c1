package io.hostpulse.alerter.rule;

import io.hostpulse.alerter.rule.window.WindowFunction;
import java.time.Duration;
import java.util.List;

/** The kinds of window that the benchmark's rules keep, in turn. */
final class Windows {

    private static final List<String> FUNCTIONS = List.of("average", "p95", "rate", "time_until_full");

    private Windows() {}

    static Measure of(int index) {
        WindowFunction function = WindowFunction.named(
                        FUNCTIONS.get(index / 10 % FUNCTIONS.size()), WindowFunction.TimeUnit.SECOND)
                .orElseThrow();
        return new Measure(function, Duration.ofMinutes(5), 1e16, "");
    }
}
