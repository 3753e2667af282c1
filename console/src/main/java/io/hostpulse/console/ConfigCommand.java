package io.hostpulse.console;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds what can be done with the configuration. */
@Command(
        name = "config",
        description = "Looks at the configuration.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: hostpulse config check"})
final class ConfigCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Is asked for when 'check' is missing. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the configuration");
    }
}
