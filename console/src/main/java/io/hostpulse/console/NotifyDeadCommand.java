package io.hostpulse.console;

import io.hostpulse.common.control.AlerterView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.console.alerts.DeadLettersText;
import io.hostpulse.console.alerts.ViewPart;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what was given up. */
@Command(
        name = "dead",
        description = "Shows the notifications that were given up, newest first, and why.",
        footer = {"", "Example: hostpulse notify dead mail"})
final class NotifyDeadCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "One handler; all of them unless given.")
    private String name;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    NotifyDeadCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        if (name != null) {
            new HandlerOrders(desk, name).check(desk.watch().view());
        }
        return desk.show(watch -> ViewPart.of(watch, "dead_letters", this::isWanted), this::text, json)
                .code();
    }

    private boolean isWanted(Fields letter) {
        return name == null || letter.get("handler").equals(Optional.of(new Value.Text(name)));
    }

    private String text(AlerterView view) {
        return new DeadLettersText(surroundings.style(), surroundings.width(), surroundings.zone())
                .render(
                        view.deadLetters().stream()
                                .filter(letter ->
                                        name == null || letter.handler().equals(name))
                                .toList(),
                        view.leftOut().deadLetters());
    }
}
