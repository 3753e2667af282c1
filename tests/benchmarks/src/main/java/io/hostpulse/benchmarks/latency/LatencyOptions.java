package io.hostpulse.benchmarks.latency;

import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.ProcessFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * What to measure: {@code --data DIR --port N [--clients N] [--seconds N] [--warm-up N] [--format text|json]}.
 *
 * @param data the data directory of the measured Hostpulse
 * @param port where its broker listens on this machine
 * @param clients how many clients to connect
 * @param warmUp how long to receive before anything counts
 * @param duration how long to measure
 * @param format {@code text} or {@code json}
 */
record LatencyOptions(Path data, int port, int clients, Duration warmUp, Duration duration, String format) {

    private static final Set<String> OWN = Set.of("port", "clients", "seconds", "warm-up", "format");

    static LatencyOptions parse(String... args) {
        Arguments arguments = Arguments.parse(args, OWN);
        return new LatencyOptions(
                arguments.data().orElseThrow(() -> ProcessFailure.usage("option --data is missing")),
                number("port", arguments.required("port")),
                number(arguments, "clients", 1),
                Duration.ofSeconds(number(arguments, "warm-up", 5)),
                Duration.ofSeconds(number(arguments, "seconds", 60)),
                arguments.own().getOrDefault("format", "text"));
    }

    private static int number(Arguments arguments, String option, int otherwise) {
        return number(option, arguments.own().getOrDefault(option, Integer.toString(otherwise)));
    }

    private static int number(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ProcessFailure.usage("option --" + option + " needs a number, not '" + text + "'");
        }
    }
}
