package io.hostpulse.common.program;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The options that say which program is run and what it is told: {@code command} and {@code environment}. */
public final class ProgramOptions {

    private static final String FILE = "_file";
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private ProgramOptions() {}

    /**
     * Reads the program and its arguments.
     *
     * @param options the section that holds {@code command}; problems are reported through it
     * @param example what one looks like
     * @return the words
     */
    public static List<String> command(ConfigNode options, String example) {
        List<String> command = options.texts("command", List.of());
        if (command.isEmpty() || command.get(0).isBlank()) {
            options.problem("command", "is missing: write the program and its arguments as a list, " + example);
        } else if (command.size() == 1 && command.get(0).contains(" ")) {
            options.problem(
                    "command",
                    "no shell takes it apart: write a list, such as " + example
                            + ", or [sh, -c, \"…\"] if it needs a shell");
        } else if (command.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            options.problem("command", "holds a NUL character, which no argument can");
        }
        return command;
    }

    /**
     * Reads variables, each of which may be a secret.
     *
     * @param written the section {@code environment}; problems are reported through it
     * @return the values by name
     */
    public static Map<String, Secret> environment(ConfigNode written) {
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
