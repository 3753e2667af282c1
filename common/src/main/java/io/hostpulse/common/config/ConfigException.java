package io.hostpulse.common.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration cannot be used. It is thrown once for all problems, and its message is their full text, one line each,
 * meant for the person who wrote the configuration: print it as it is, without a stack trace.
 */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ConfigException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Lists what is wrong.
     *
     * @return at least one problem; those of the file first, by line
     */
    public List<Problem> problems() {
        return problems;
    }
}
