package io.hostpulse.console;

import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.model.Fields;
import io.hostpulse.console.alerts.Wish;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has the alerter read its configuration again. */
@Command(
        name = "reload",
        description = "Has the alerter read its configuration again. With a mistake in it, the old one stays in force.",
        footer = {"", "Example: hostpulse config check && hostpulse alerts reload"})
final class AlertsReloadCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    AlertsReloadCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        return desk.order(List.of(new Wish(
                        ControlAction.RELOAD,
                        Fields.NONE,
                        "'reload'",
                        result -> "the configuration was read again" + (result.isEmpty() ? "" : ": " + result))))
                .code();
    }
}
