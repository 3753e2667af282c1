package io.hostpulse.collector.ps;

import io.hostpulse.common.process.ProcessFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was typed after {@code hostpulse ps}.
 *
 * @param tree whether children stand below their parents
 * @param order what comes first
 * @param count how many processes are shown; all if it is not said
 * @param json whether a program reads it
 * @param help whether only the usage is wanted
 * @param config the configuration file, if one was named
 * @param settings the values of {@code --set}
 */
record PsOptions(
        boolean tree,
        Order order,
        OptionalInt count,
        boolean json,
        boolean help,
        Optional<Path> config,
        List<String> settings) {

    static final String USAGE = """
            Usage: hostpulse ps [--tree] [--sort cpu|memory|io|pid] [-n N] [--json]
            The processes of this machine, measured over half a second. It needs no running Hostpulse.

                  --tree         children below their parents
                  --sort ORDER   what comes first: cpu (default), memory, io or pid
              -n, --number N     show N processes; with --tree those and all above them
                  --json         for programs: {"processes": [...]}, fields as in docs/METRICS.md
                  --config FILE  where masks and command_lines of sources.process are
                  --set KEY=VALUE  one setting, stronger than the file
              -h, --help         this text
            """;

    static PsOptions parse(String... arguments) {
        Parser parser = new Parser();
        for (int at = 0; at < arguments.length; at++) {
            at = parser.take(arguments, at);
        }
        return parser.options();
    }

    private static final class Parser {

        private boolean tree;
        private Order order = Order.CPU;
        private OptionalInt count = OptionalInt.empty();
        private boolean json;
        private boolean help;
        private Optional<Path> config = Optional.empty();
        private final List<String> settings = new ArrayList<>();

        private PsOptions options() {
            return new PsOptions(tree, order, count, json, help, config, List.copyOf(settings));
        }

        /** Returns the place of the last argument that was taken. */
        private int take(String[] arguments, int at) {
            switch (arguments[at]) {
                case "--tree" -> tree = true;
                case "--json" -> json = true;
                case "-h", "--help" -> help = true;
                default -> {
                    return takeWithValue(arguments, at);
                }
            }
            return at;
        }

        private int takeWithValue(String[] arguments, int at) {
            String option = arguments[at];
            int sign = option.startsWith("--") ? option.indexOf('=') : -1;
            if (sign > 0) {
                set(option.substring(0, sign), option.substring(sign + 1));
                return at;
            }
            set(option, at + 1 < arguments.length ? arguments[at + 1] : null);
            return at + 1;
        }

        private void set(String option, String value) {
            switch (option) {
                case "--sort" -> order = Order.named(required(option, value));
                case "-n", "--number" -> count = OptionalInt.of(number(option, required(option, value)));
                case "--config" -> config = Optional.of(Path.of(required(option, value)));
                case "--set" -> settings.add(required(option, value));
                // The script gives it to every command; the processes of a machine are in no data directory.
                case "--data" -> required(option, value);
                default -> throw ProcessFailure.usage("unknown option '" + option + "' (see 'hostpulse ps --help')");
            }
        }

        private static String required(String option, String value) {
            if (value == null) {
                throw ProcessFailure.usage("option " + option + " needs a value");
            }
            return value;
        }

        private static int number(String option, String value) {
            if (!value.matches("[1-9]\\d{0,6}")) {
                throw ProcessFailure.usage("option " + option + " needs a whole number from 1, not '" + value + "'");
            }
            return Integer.parseInt(value);
        }
    }
}
