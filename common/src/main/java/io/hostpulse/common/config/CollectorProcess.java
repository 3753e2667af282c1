package io.hostpulse.common.config;

import java.util.List;

/**
 * Which sources one collector process samples.
 *
 * @param name the process's name, {@code collector-} and that of the source or the group
 * @param sources the sources' names, at least one
 * @param grouped whether the section {@code processes} has put them together
 */
public record CollectorProcess(String name, List<String> sources, boolean grouped) {

    private static final String PREFIX = "collector-";

    /** Copies the sources. */
    public CollectorProcess {
        sources = List.copyOf(sources);
    }

    static CollectorProcess alone(String source) {
        return new CollectorProcess(PREFIX + source, List.of(source), false);
    }

    static CollectorProcess group(String group, List<String> sources) {
        return new CollectorProcess(PREFIX + group, sources, true);
    }
}
