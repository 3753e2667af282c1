package io.hostpulse.collector.source.command;

import io.hostpulse.collector.source.json.JsonMetrics;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.config.SourceSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The options of a source of type command.
 *
 * @param command the program and its arguments
 * @param directory where it runs
 * @param environment what it is told besides the usual variables; any of it may be a secret
 * @param timeout how long it may run
 * @param maxOutput how much it may write to its standard output, in bytes
 * @param format how it writes its values
 * @param metrics which values are taken from JSON
 */
record CommandOptions(
        List<String> command,
        Path directory,
        Map<String, Secret> environment,
        Duration timeout,
        int maxOutput,
        OutputFormat format,
        JsonMetrics metrics) {

    static final Duration INTERVAL = Duration.ofSeconds(30);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MB = 1 << 20;
    private static final String FILE = "_file";
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    static CommandOptions from(ConfigNode options) {
        return new CommandOptions(
                command(options),
                options.path("working_directory", Path.of("")),
                environment(options.section("environment")),
                timeout(options),
                (int) options.size("max_output", MB, 1 << 10, 4 * MB),
                format(options),
                JsonMetrics.from(options));
    }

    private static List<String> command(ConfigNode options) {
        List<String> command = options.texts("command", List.of());
        if (command.isEmpty() || command.get(0).isBlank()) {
            options.problem(
                    "command", "is missing: write the program and its arguments as a list, [df, --output=pcent, /]");
        } else if (command.size() == 1 && command.get(0).contains(" ")) {
            options.problem(
                    "command",
                    "no shell takes it apart: write a list, such as [df, --output=pcent, /], or"
                            + " [sh, -c, \"…\"] if it needs a shell");
        } else if (command.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            options.problem("command", "holds a NUL character, which no argument can");
        }
        return command;
    }

    private static Duration timeout(ConfigNode options) {
        Duration deadline = SourceSettings.deadlineOf(options, INTERVAL);
        Duration usual = deadline.compareTo(TIMEOUT) < 0 ? deadline : TIMEOUT;
        return options.duration("timeout", usual, Duration.ofMillis(10), deadline);
    }

    private static OutputFormat format(ConfigNode options) {
        OutputFormat format = options.choice("format", OutputFormat.AUTO);
        boolean other = format == OutputFormat.KEYVALUE || format == OutputFormat.PROMETHEUS;
        if (other && JsonMetrics.from(options).areNamed()) {
            options.problem("metrics", "takes values from JSON, which 'format' rules out: remove one of them");
        }
        return format;
    }

    private static Map<String, Secret> environment(ConfigNode written) {
        Map<String, Secret> environment = new LinkedHashMap<>();
        for (String key : written.keys()) {
            String name = key.endsWith(FILE) ? key.substring(0, key.length() - FILE.length()) : key;
            Optional<Secret> value = written.secret(name);
            if (!VARIABLE.matcher(name).matches()) {
                written.problem(key, "is no name for a variable: use letters, digits and '_', and no digit first");
            } else if (value.isPresent() && value.get().reveal().indexOf('\0') >= 0) {
                written.problem(key, "holds a NUL character, which no variable can");
            } else {
                value.ifPresent(text -> environment.put(name, text));
            }
        }
        return environment;
    }
}
