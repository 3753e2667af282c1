package io.hostpulse.console;

import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.config.Problem;
import io.hostpulse.common.process.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says everything that is wrong with the configuration. */
@Command(
        name = "check",
        description = "Says everything that is wrong with the configuration, without starting anything.",
        footer = {"", "Example: hostpulse config check --config /etc/hostpulse/config.yaml"})
final class ConfigCheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    ConfigCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ConfigSources sources = common.in(surroundings).sources();
        List<Problem> problems = surroundings.check().problems(sources);
        if (problems.isEmpty()) {
            surroundings.check().notes(sources).forEach(note -> surroundings
                    .err()
                    .println("note: " + note));
            surroundings.out().println(sources.file().orElse(Path.of("config.yaml")) + " is fine");
            return ExitCode.DONE.code();
        }
        problems.forEach(surroundings.err()::println);
        return ExitCode.USAGE.code();
    }
}
