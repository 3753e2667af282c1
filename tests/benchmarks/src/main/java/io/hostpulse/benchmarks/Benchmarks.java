package io.hostpulse.benchmarks;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the JMH benchmarks. It takes JMH's own arguments; how long each runs by default stands at each benchmark. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs all benchmarks, or those that the arguments name.
     *
     * @param args JMH's arguments, for example {@code Append -prof jfr}
     * @throws CommandLineOptionException when they cannot be understood
     * @throws RunnerException when a benchmark fails
     */
    public static void main(String[] args) throws CommandLineOptionException, RunnerException {
        CommandLineOptions given = new CommandLineOptions(args);
        // Bytes per operation are half of what these benchmarks are for.
        ChainedOptionsBuilder options = new OptionsBuilder().parent(given).shouldFailOnError(true);
        if (given.getProfilers().isEmpty()) {
            options.addProfiler(GCProfiler.class);
        }
        new Runner(options.build()).run();
    }
}
