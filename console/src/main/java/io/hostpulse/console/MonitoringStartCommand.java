package io.hostpulse.console;

import io.hostpulse.common.control.ControlAction;
import io.hostpulse.console.alerts.Wish;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Goes on measuring. */
@Command(
        name = "start",
        description = "Goes on measuring some streams, or everything.",
        footer = {"", "Example: hostpulse monitoring start"})
final class MonitoringStartCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..*", paramLabel = "STREAM", description = "Streams; everything unless given.")
    private List<String> streams = new ArrayList<>();

    MonitoringStartCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        return desk.order(List.of(Wish.of(
                        ControlAction.START_MONITORING,
                        MonitoredStreams.arguments(streams).build(),
                        "'monitoring start " + String.join(" ", streams) + "'",
                        MonitoredStreams.shown(streams) + " measured again")))
                .code();
    }
}
