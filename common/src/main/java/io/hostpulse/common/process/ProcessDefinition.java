package io.hostpulse.common.process;

import io.hostpulse.common.config.ConfigNode;
import java.util.Set;

/**
 * What is special about one kind of process; everything else is {@link HostProcess}.
 *
 * @param <S> its settings
 */
public interface ProcessDefinition<S> {

    /**
     * Lists the command line options that only this kind of process has.
     *
     * @return their names without dashes
     */
    default Set<String> options() {
        return Set.of();
    }

    /**
     * Names the process, for its log, its mark file and the supervisor.
     *
     * @param arguments its command line
     * @return a name that is unique on a data directory
     */
    String name(Arguments arguments);

    /**
     * Lists the sections of the configuration that this process reads; it passes over the others.
     *
     * @return their keys at the top level
     */
    Set<String> sections();

    /**
     * Reads the settings. Wrong values are remembered by the configuration and reported together afterwards.
     *
     * @param arguments the command line
     * @param root the whole configuration
     * @return the settings
     */
    S settings(Arguments arguments, ConfigNode root);

    /**
     * Opens everything and puts it together.
     *
     * @param context what the process has been given
     * @param settings its settings, free of problems
     * @return the agent that does the work
     * @throws Exception when something cannot be opened; a {@link ProcessFailure} chooses the exit code
     */
    Agent wire(ProcessContext context, S settings) throws Exception;
}
