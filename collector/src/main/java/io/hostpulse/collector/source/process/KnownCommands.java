package io.hostpulse.collector.source.process;

import io.hostpulse.common.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what is told of a command line as long as the line stays the same: looking for secrets in the long ones of Java programs
 * takes a millisecond each. Used by one thread.
 */
final class KnownCommands {

    private static final Value NO_COMMAND = new Value.Missing("the command line is empty");

    private final CommandLine commandLine;
    private Map<Integer, Known> known = new HashMap<>();
    private Map<Integer, Known> seen = new HashMap<>();

    KnownCommands(CommandLine commandLine) {
        this.commandLine = commandLine;
    }

    private record Known(ProcessStat process, List<String> arguments, Value shown) {}

    boolean areWanted() {
        return commandLine.wanted();
    }

    /** Forgets those that were not asked for since the last time. */
    void begin() {
        Map<Integer, Known> emptied = known;
        emptied.clear();
        known = seen;
        seen = emptied;
    }

    Value of(ProcessStat process, byte[] bytes, int length) {
        List<String> arguments = CommandLine.arguments(bytes, length);
        Known found = known.get(process.pid());
        if (found == null || !found.process.isSameAs(process) || !found.arguments.equals(arguments)) {
            found = new Known(process, arguments, shown(arguments));
        }
        seen.put(process.pid(), found);
        return found.shown;
    }

    private Value shown(List<String> arguments) {
        return arguments.isEmpty() ? NO_COMMAND : commandLine.of(arguments).orElse(NO_COMMAND);
    }
}
