package io.hostpulse.console;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long a list for people may be. */
final class MostShown {

    /** Some screens; whoever wants more says so. */
    private static final int USUAL = 200;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "-n", paramLabel = "N", description = "How many are shown at most; 200 unless given.")
    private int most = USUAL;

    int count() {
        if (most < 1) {
            throw new ParameterException(spec.commandLine(), "-n needs a number of lines, not " + most);
        }
        return most;
    }
}
