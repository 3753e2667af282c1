package io.hostpulse.alerter;

import io.hostpulse.alerter.replay.Span;
import io.hostpulse.common.codec.Since;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.text.Nearest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What was typed after {@code hostpulse rules}.
 *
 * @param action {@code test} or {@code list}; empty when only the usage is wanted
 * @param json whether a program reads it
 * @param values the values of options, by their names
 * @param settings the values of {@code --set}
 */
record RulesOptions(String action, boolean json, Map<String, String> values, List<String> settings) {

    static final String USAGE = """
            Usage: hostpulse rules list [--json]
                   hostpulse rules test [--last TIME] [--from TIME] [--to TIME] [--rules FILE] [--json]
            list shows the rules in force. test replays what was recorded through rules and routing, and shows which
            alerts and notifications there would have been and how that differs from what was. Nothing is sent or changed.

                  --last TIME    how much of what was recorded last, such as 90m or 7d (default 24h)
                  --from TIME    from when on: 2025-01-03T10:15:30Z, 14:30, or 3h for three hours ago
                  --to TIME      until when (default: the newest record)
                  --rules FILE   a file with a section 'alerts', in place of the configured one
                  --data DIR     a data directory, also a copied one
                  --config FILE  the configuration
                  --set KEY=VALUE  one setting, stronger than the files
                  --json         for programs
              -h, --help         this text

            Example: hostpulse rules test --last 7d --rules new-rules.yaml
            """;

    private static final Pattern LENGTH = Pattern.compile("\\d{1,9}(s|m|h|d)");
    private static final List<String> ACTIONS = List.of("test", "list");
    private static final List<String> WITH_VALUE =
            List.of("--last", "--from", "--to", "--rules", "--data", "--config", "--set");
    private static final Set<String> FOR_TEST = Set.of("--last", "--from", "--to");

    RulesOptions {
        values = Map.copyOf(values);
        settings = List.copyOf(settings);
    }

    static RulesOptions parse(String... arguments) {
        Parser parser = new Parser();
        for (int at = 0; at < arguments.length; at++) {
            at = parser.take(arguments, at);
        }
        return parser.options();
    }

    Optional<Path> path(String option) {
        return Optional.ofNullable(values.get(option)).map(Path::of);
    }

    /** Which piece of time is asked for. */
    Span span(Since times) {
        Optional<Duration> last = Optional.ofNullable(values.get("--last")).map(text -> length(text, times));
        OptionalLong from = moment("--from", times);
        if (last.isPresent() && from.isPresent()) {
            throw ProcessFailure.usage("--last and --from both say where to begin: leave one out");
        }
        return new Span(from, moment("--to", times), last);
    }

    private static Duration length(String text, Since times) {
        long nanos = LENGTH.matcher(text).matches() ? times.now() - time("--last", text, times) : 0;
        if (nanos <= 0) {
            throw ProcessFailure.usage("option --last: '" + text + "' is no length of time: write 90m, 24h or 7d");
        }
        return Duration.ofNanos(nanos);
    }

    private OptionalLong moment(String option, Since times) {
        String text = values.get(option);
        return text == null ? OptionalLong.empty() : OptionalLong.of(time(option, text, times));
    }

    private static long time(String option, String text, Since times) {
        try {
            return times.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw ProcessFailure.usage("option " + option + ": " + wrong.getMessage());
        }
    }

    private static final class Parser {

        private String action = "";
        private boolean json;
        private boolean help;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<String> settings = new ArrayList<>();

        /** Returns the place of the last argument that was taken. */
        private int take(String[] arguments, int at) {
            String argument = arguments[at];
            if (argument.equals("--json")) {
                json = true;
            } else if (argument.equals("-h") || argument.equals("--help")) {
                help = true;
            } else if (argument.startsWith("-")) {
                return takeWithValue(arguments, at);
            } else if (action.isEmpty() && ACTIONS.contains(argument)) {
                action = argument;
            } else {
                throw unknown("'" + argument + "'" + Nearest.hint(argument, ACTIONS));
            }
            return at;
        }

        private int takeWithValue(String[] arguments, int at) {
            int sign = arguments[at].startsWith("--") ? arguments[at].indexOf('=') : -1;
            String option = sign > 0 ? arguments[at].substring(0, sign) : arguments[at];
            if (!WITH_VALUE.contains(option)) {
                throw unknown("option '" + option + "'" + Nearest.hint(option, WITH_VALUE));
            }
            if (sign < 0 && at + 1 == arguments.length) {
                throw ProcessFailure.usage("option " + option + " needs a value");
            }
            String value = sign > 0 ? arguments[at].substring(sign + 1) : arguments[at + 1];
            if (option.equals("--set")) {
                settings.add(value);
            } else if (values.put(option, value) != null) {
                throw ProcessFailure.usage("option " + option + " is given twice");
            }
            return sign > 0 ? at : at + 1;
        }

        private static ProcessFailure unknown(String what) {
            return ProcessFailure.usage("unknown " + what + " (see 'hostpulse rules --help')");
        }

        private RulesOptions options() {
            if (!help && action.isEmpty()) {
                throw ProcessFailure.usage(
                        "say what to do: hostpulse rules list or hostpulse rules test (see 'hostpulse"
                                + " rules --help')");
            }
            values.keySet().stream()
                    .filter(option -> action.equals("list") && FOR_TEST.contains(option))
                    .findFirst()
                    .ifPresent(option -> {
                        throw ProcessFailure.usage("option " + option + " belongs to 'hostpulse rules test'");
                    });
            return new RulesOptions(help ? "" : action, json, values, settings);
        }
    }
}
