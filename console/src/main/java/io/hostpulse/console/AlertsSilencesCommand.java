package io.hostpulse.console;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.console.alerts.SilencesText;
import io.hostpulse.console.alerts.ViewPart;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the silences. */
@Command(
        name = "silences",
        description = "Shows the silences and maintenance windows, those of the configuration and those made by hand.",
        footer = {"", "Example: hostpulse alerts silences --all"})
final class AlertsSilencesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--all", description = "Also those that are over; they are kept for seven days.")
    private boolean all;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    AlertsSilencesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        SilencesText text = new SilencesText(surroundings.style(), surroundings.width(), surroundings.zone(), all);
        return desk.show(
                        watch -> ViewPart.of(watch, "silences", this::isWanted),
                        view -> text.render(view, surroundings.clock().nanos()),
                        json)
                .code();
    }

    private boolean isWanted(Fields silence) {
        return all || !silence.get("state").equals(Optional.of(new Value.Text("expired")));
    }
}
