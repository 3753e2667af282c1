package io.hostpulse.alerter.trial;

import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.text.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was typed after {@code hostpulse notify test}.
 *
 * @param handler the handler's name, if one was named
 * @param level how bad the message says it is
 * @param resolved whether it says that it is over
 * @param help whether only the usage is wanted
 * @param config the configuration file, if one was named
 * @param data the data directory, if one was named
 * @param settings the values of {@code --set}
 */
public record TrialOptions(
        Optional<String> handler,
        AlertLevel level,
        boolean resolved,
        boolean help,
        Optional<Path> config,
        Optional<Path> data,
        List<String> settings) {

    /** The usage, several lines. */
    public static final String USAGE = """
            Usage: hostpulse notify test NAME [--level info|warning|critical] [--resolved]
            Sends one message, marked as a test, through a handler of the configuration, once and at once: its filters,
            its hours and 'enabled' do not matter, and Hostpulse need not run. Without a name it lists the handlers.

                  --level LEVEL    how bad it says it is; default warning
                  --resolved       it says that it is over
                  --config FILE    the configuration
                  --data DIR       the data directory, for handlers that write there
                  --set KEY=VALUE  one setting, stronger than the file
              -h, --help           this text
            Ends with 0 when it was delivered, 1 when it was not, 2 when there is no such handler or its section is wrong.
            """;

    /** Copies the list. */
    public TrialOptions {
        settings = List.copyOf(settings);
    }

    /**
     * Reads a command line.
     *
     * @param arguments what was typed
     * @return the options
     * @throws ProcessFailure when it cannot be understood
     */
    public static TrialOptions parse(String... arguments) {
        Parser parser = new Parser();
        for (int at = 0; at < arguments.length; at++) {
            at = parser.take(arguments, at);
        }
        return parser.options();
    }

    private static final class Parser {

        private Optional<String> handler = Optional.empty();
        private AlertLevel level = AlertLevel.WARNING;
        private boolean resolved;
        private boolean help;
        private Optional<Path> config = Optional.empty();
        private Optional<Path> data = Optional.empty();
        private final List<String> settings = new ArrayList<>();

        private TrialOptions options() {
            return new TrialOptions(handler, level, resolved, help, config, data, settings);
        }

        /** Returns the place of the last argument that was taken. */
        private int take(String[] arguments, int at) {
            String argument = arguments[at];
            switch (argument) {
                case "--resolved" -> resolved = true;
                case "-h", "--help" -> help = true;
                default -> {
                    if (argument.startsWith("-")) {
                        return takeWithValue(arguments, at);
                    }
                    takeName(argument);
                }
            }
            return at;
        }

        private void takeName(String name) {
            if (handler.isPresent()) {
                throw ProcessFailure.usage("one handler at a time: '" + handler.get() + "' or '" + name + "'");
            }
            handler = Optional.of(name);
        }

        private int takeWithValue(String[] arguments, int at) {
            String option = arguments[at];
            int sign = option.indexOf('=');
            if (sign > 0) {
                set(option.substring(0, sign), option.substring(sign + 1));
                return at;
            }
            set(option, at + 1 < arguments.length ? arguments[at + 1] : "");
            return at + 1;
        }

        private void set(String option, String value) {
            switch (option) {
                case "--level" -> level = level(required(option, value));
                case "--config" -> config = Optional.of(Path.of(required(option, value)));
                case "--data" -> data = Optional.of(Path.of(required(option, value)));
                case "--set" -> settings.add(required(option, value));
                default ->
                    throw ProcessFailure.usage("unknown option '" + option + "' (see 'hostpulse notify test --help')");
            }
        }

        private static String required(String option, String value) {
            if (value.isEmpty()) {
                throw ProcessFailure.usage("option " + option + " needs a value");
            }
            return value;
        }

        private static AlertLevel level(String word) {
            List<String> words = Arrays.stream(AlertLevel.values())
                    .map(level -> level.name().toLowerCase(Locale.ROOT))
                    .toList();
            int at = words.indexOf(word.toLowerCase(Locale.ROOT));
            if (at < 0) {
                throw ProcessFailure.usage("option --level needs one of " + String.join(", ", words) + ", not '" + word
                        + "'" + Nearest.hint(word, words));
            }
            return AlertLevel.values()[at];
        }
    }
}
