package io.hostpulse.console;

import io.hostpulse.common.control.ControlAction;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says something about an alert. */
@Command(
        name = "note",
        description = "Writes a note to an alert, for everybody who looks at it.",
        footer = {"", "Example: hostpulse alerts note 5f2c 'waiting for the new disk'"})
final class AlertsNoteCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "ID", description = "The beginning of the alert's id.")
    private String id;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT", description = "What to say about it.")
    private List<String> words;

    AlertsNoteCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        String text = String.join(" ", words);
        if (text.isBlank()) {
            throw new ParameterException(spec.commandLine(), "an empty note says nothing");
        }
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        return new AlertOrders(desk, spec, ControlAction.NOTE)
                .to(List.of(id), text)
                .code();
    }
}
