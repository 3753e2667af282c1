package io.hostpulse.common.process;

import io.hostpulse.common.config.ConfigSources;
import java.util.Optional;
import java.util.Set;

/**
 * What a process is given when it is put together.
 *
 * @param name its name
 * @param data where it may write
 * @param clock its time
 * @param mark where it shows its counters
 * @param stop ends it as SIGTERM would; may be called by any thread
 * @param configuration what it is told, to be read again
 */
public record ProcessContext(
        String name,
        DataDirectory data,
        EpochClock clock,
        ProcessMark mark,
        Runnable stop,
        Configuration configuration) {

    /**
     * Makes the context of a process without flags and variables, whose configuration is in its data directory, if anywhere.
     *
     * @param name its name
     * @param data where it may write
     * @param clock its time
     * @param mark where it shows its counters
     * @param stop ends it as SIGTERM would; may be called by any thread
     */
    public ProcessContext(String name, DataDirectory data, EpochClock clock, ProcessMark mark, Runnable stop) {
        this(
                name,
                data,
                clock,
                mark,
                stop,
                new Configuration(ConfigSources.in(data.root()), Set.of(), Optional.of(data.root())));
    }

    /**
     * Makes the context of one of several agents in this process.
     *
     * @param part where that agent shows its counters
     * @return the same process with another mark
     */
    public ProcessContext with(ProcessMark part) {
        return new ProcessContext(name, data, clock, part, stop, configuration);
    }
}
