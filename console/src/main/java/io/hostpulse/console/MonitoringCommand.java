package io.hostpulse.console;

import io.hostpulse.common.monitoring.Monitoring;
import io.hostpulse.common.monitoring.MonitoringFields;
import io.hostpulse.common.monitoring.MonitoringFile;
import io.hostpulse.common.monitoring.Stop;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.text.Printable;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what people have stopped; its subcommands stop and start. */
@Command(
        name = "monitoring",
        description = "Shows which streams are not measured because somebody stopped them.",
        footer = {"", "Example: hostpulse monitoring stop disk -m 'new cables'", "         hostpulse monitoring start"})
final class MonitoringCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    MonitoringCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Monitoring monitoring =
                MonitoringFile.in(common.in(surroundings).data()).read();
        surroundings.out().print(json ? AlerterDesk.jsonOf(MonitoringFields.of(monitoring)) : text(monitoring));
        return ExitCode.DONE.code();
    }

    private static String text(Monitoring monitoring) {
        if (monitoring.isOn()) {
            return "everything is measured\n";
        }
        StringBuilder text = new StringBuilder();
        monitoring.everything().ifPresent(stop -> text.append(line(everythingBut(monitoring), stop)));
        monitoring.streams().forEach((name, stop) -> text.append(line(name, stop)));
        return text.toString();
    }

    private static String everythingBut(Monitoring monitoring) {
        return monitoring.except().isEmpty()
                ? "everything"
                : "everything but " + String.join(", ", monitoring.except());
    }

    private static String line(String what, Stop stop) {
        return Printable.of(what + ": " + stop.reason()) + "\n";
    }
}
