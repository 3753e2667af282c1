package io.hostpulse.common.program;

import io.hostpulse.common.config.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a program is run. Immutable.
 *
 * @param command the program and its arguments; no shell takes them apart
 * @param directory where it runs
 * @param environment what it is told besides the usual variables; any of it may be a secret
 * @param timeout how long it may run
 * @param maxOutput how much of its standard output is kept, in bytes
 * @param failsAbove whether more output than that fails the run; otherwise the rest is thrown away
 */
public record ProgramCall(
        List<String> command,
        Path directory,
        Map<String, Secret> environment,
        Duration timeout,
        int maxOutput,
        boolean failsAbove) {

    /** Copies the collections. */
    public ProgramCall {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
