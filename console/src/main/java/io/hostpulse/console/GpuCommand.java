package io.hostpulse.console;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Problem;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.probe.HardwareProbe;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.console.gpu.GpuText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at the graphics cards now, whether Hostpulse runs or not. */
@Command(
        name = "gpu",
        description = "Shows the graphics cards as they are now, and how they are read. Hostpulse need not run.",
        footer = {"", "Example: hostpulse gpu --json"})
final class GpuCommand implements Callable<Integer> {

    private static final String KIND = "gpu";

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--json", description = "One JSON document with raw numbers.")
    private boolean json;

    GpuCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Setup setup = common.in(surroundings);
        List<Problem> problems = surroundings.check().problems(setup.sources());
        if (!problems.isEmpty()) {
            problems.forEach(surroundings.err()::println);
            return ExitCode.USAGE.code();
        }
        ConfigNode sources = Config.load(setup.sources()).root().section("sources");
        return show(probe().configure(sources.section(KIND)).get());
    }

    private HardwareProbe probe() {
        return surroundings.probes().stream()
                .filter(probe -> probe.kind().equals(KIND))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no module on the class path can look at GPUs"));
    }

    private int show(Reading reading) {
        if (json) {
            surroundings.out().println(StandardCharsets.UTF_8.decode(new PayloadWriter().write(reading)));
        }
        if (reading instanceof Reading.Ok ok) {
            if (!json) {
                surroundings.out().print(new GpuText(surroundings.style()).render(ok.fields()));
            }
            return ExitCode.DONE.code();
        }
        surroundings.err().println("hostpulse: " + reason(reading));
        return ExitCode.FAILED.code();
    }

    private static String reason(Reading reading) {
        return reading instanceof Reading.Unavailable unavailable
                ? unavailable.reason()
                : ((Reading.Failed) reading).reason();
    }
}
