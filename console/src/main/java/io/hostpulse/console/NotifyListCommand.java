package io.hostpulse.console;

import io.hostpulse.console.alerts.HandlersText;
import io.hostpulse.console.alerts.ViewPart;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how handlers are doing. */
@Command(
        name = "list",
        description = "Shows the handlers: whether they send, what waits, what arrived, what failed and why.",
        footer = {"", "Example: hostpulse notify list --json"})
final class NotifyListCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--json", description = "One JSON document with raw numbers.")
    private boolean json;

    NotifyListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return list(new AlerterDesk(surroundings, common.in(surroundings).data()), json);
    }

    static int list(AlerterDesk desk, boolean json) throws IOException {
        Surroundings surroundings = desk.surroundings();
        HandlersText text = new HandlersText(
                surroundings.style(), surroundings.width(), surroundings.clock().nanos());
        return desk.show(
                        watch -> ViewPart.of(watch, "handlers", handler -> true),
                        view -> text.render(view.handlers()),
                        json)
                .code();
    }
}
