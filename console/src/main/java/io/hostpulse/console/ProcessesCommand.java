package io.hostpulse.console;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.Problem;
import io.hostpulse.common.process.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells {@code scripts/hostpulse} what to start: nothing at all when the configuration is wrong anywhere. */
@Command(name = "processes", description = "Lists what the configuration asks to run.", hidden = true)
final class ProcessesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    ProcessesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Setup setup = common.in(surroundings);
        List<Problem> problems = surroundings.check().problems(setup.sources());
        if (problems.isEmpty()) {
            new LaunchPlan(setup, Config.load(setup.sources()).root()).lines().forEach(surroundings.out()::println);
            return ExitCode.DONE.code();
        }
        problems.forEach(surroundings.err()::println);
        return ExitCode.USAGE.code();
    }
}
