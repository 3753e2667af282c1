package io.hostpulse.common.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line of a process: options with one value each.
 *
 * @param config the configuration file, if one was named
 * @param data the data directory, if one was named
 * @param overrides settings given as {@code --set key=value}, in order
 * @param own the options that only this kind of process knows, by name without dashes
 */
public record Arguments(Optional<Path> config, Optional<Path> data, List<String> overrides, Map<String, String> own) {

    private static final Set<String> COMMON = Set.of("config", "data", "set");

    /** Copies the collections. */
    public Arguments {
        overrides = List.copyOf(overrides);
        own = Map.copyOf(own);
    }

    /**
     * Reads a command line.
     *
     * @param args what was typed
     * @param ownOptions the options that this kind of process knows besides the common ones
     * @return the options found
     * @throws ProcessFailure when an option is unknown, lacks its value or comes twice
     */
    public static Arguments parse(String[] args, Set<String> ownOptions) {
        Map<String, String> single = new LinkedHashMap<>();
        List<String> overrides = new ArrayList<>();
        for (int i = 0; i < args.length; i += 2) {
            String option = known(args[i], ownOptions);
            if (i + 1 == args.length) {
                throw ProcessFailure.usage("option --" + option + " needs a value");
            }
            if ("set".equals(option)) {
                overrides.add(args[i + 1]);
            } else if (single.put(option, args[i + 1]) != null) {
                throw ProcessFailure.usage("option --" + option + " is given twice");
            }
        }
        Optional<Path> config = Optional.ofNullable(single.remove("config")).map(Path::of);
        Optional<Path> data = Optional.ofNullable(single.remove("data")).map(Path::of);
        return new Arguments(config, data, overrides, single);
    }

    private static String known(String argument, Set<String> ownOptions) {
        String option = argument.startsWith("--") ? argument.substring(2) : "";
        if (!COMMON.contains(option) && !ownOptions.contains(option)) {
            throw ProcessFailure.usage("unknown option '" + argument + "': known are --config FILE, --data DIR,"
                    + " --set KEY=VALUE"
                    + String.join(
                            "",
                            ownOptions.stream()
                                    .sorted()
                                    .map(own -> ", --" + own + " VALUE")
                                    .toList()));
        }
        return option;
    }

    /**
     * Asks for an option without which the process cannot start.
     *
     * @param option its name without dashes
     * @return its value
     * @throws ProcessFailure when it is absent
     */
    public String required(String option) {
        String value = own.get(option);
        if (value == null) {
            throw ProcessFailure.usage("option --" + option + " is missing");
        }
        return value;
    }
}
