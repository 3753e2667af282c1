package io.hostpulse.benchmarks.fanout;

import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.ProcessFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to measure: {@code --data DIR [--clients N,N] [--flood-clients N,N] [--silent N] [--seconds N] [--size BYTES] [--rounds N]}.
 *
 * @param scratch where servers may write
 * @param paced numbers of clients that get two messages a second
 * @param flooded numbers of clients that get what they can take
 * @param silent how many that never read are added to those that get two messages a second, to measure the broker once more
 * @param window how long each server is measured
 * @param size of a message in bytes
 * @param rounds how often each is measured, in turn
 */
record FanoutOptions(
        Path scratch, List<Integer> paced, List<Integer> flooded, int silent, Duration window, int size, int rounds) {

    private static final Set<String> OWN = Set.of("clients", "flood-clients", "silent", "seconds", "size", "rounds");

    static FanoutOptions parse(String... args) {
        Arguments arguments = Arguments.parse(args, OWN);
        return new FanoutOptions(
                arguments.data().orElseThrow(() -> ProcessFailure.usage("option --data is missing")),
                numbers(arguments, "clients", "10000"),
                numbers(arguments, "flood-clients", "100,1000,10000"),
                numbers(arguments, "silent", "100").get(0),
                Duration.ofSeconds(numbers(arguments, "seconds", "15").get(0)),
                numbers(arguments, "size", "1500").get(0),
                numbers(arguments, "rounds", "1").get(0));
    }

    private static List<Integer> numbers(Arguments arguments, String option, String otherwise) {
        String text = arguments.own().getOrDefault(option, otherwise);
        try {
            return Stream.of(text.split(",", -1)).map(Integer::valueOf).toList();
        } catch (NumberFormatException e) {
            throw ProcessFailure.usage("option --" + option + " needs a number, not '" + text + "'");
        }
    }
}
