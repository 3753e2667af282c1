package io.hostpulse.console;

import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.model.Fields;
import io.hostpulse.console.alerts.Wish;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops measuring. */
@Command(
        name = "stop",
        description =
                "Stops measuring some streams, or everything. Their records then say who stopped them and when. It lasts until"
                        + " 'monitoring start', also over restarts.",
        footer = {"", "Example: hostpulse monitoring stop disk gpu -m 'new cables'"})
final class MonitoringStopCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..*", paramLabel = "STREAM", description = "Streams; everything unless given.")
    private List<String> streams = new ArrayList<>();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "Why.")
    private String text;

    MonitoringStopCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        Fields.Builder arguments = MonitoredStreams.arguments(streams);
        if (text != null && !text.isBlank()) {
            arguments.put("comment", text);
        }
        String what = MonitoredStreams.shown(streams);
        return desk.order(List.of(Wish.of(
                        ControlAction.STOP_MONITORING,
                        arguments.build(),
                        "'monitoring stop " + String.join(" ", streams) + "'",
                        what + " not measured any more")))
                .code();
    }
}
