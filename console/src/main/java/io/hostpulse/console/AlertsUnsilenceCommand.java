package io.hostpulse.console;

import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.control.SilenceView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.console.alerts.NotThereException;
import io.hostpulse.console.alerts.SilencesText;
import io.hostpulse.console.alerts.Wish;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends a silence. */
@Command(
        name = "unsilence",
        description = "Ends a silence now. Handlers then hear what was held back.",
        footer = {"", "Example: hostpulse alerts unsilence 3b0c"})
final class AlertsUnsilenceCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ID", description = "The silence's id or the beginning of it.")
    private String id;

    AlertsUnsilenceCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AlerterDesk desk = new AlerterDesk(surroundings, common.in(surroundings).data());
        List<String> known = desk.watch()
                .view()
                .map(view -> SilencesText.shown(view, false).stream()
                        .map(SilenceView::id)
                        .toList())
                .orElse(List.of());
        String silence = only(known);
        Fields arguments = Fields.builder().put("silence", silence).build();
        return desk.order(List.of(Wish.of(
                        ControlAction.UNSILENCE,
                        arguments,
                        "'unsilence " + silence + "'",
                        "silence " + silence + " is over")))
                .code();
    }

    /** What is not known here may be known to the alerter, which says so if it is not. */
    private String only(List<String> known) {
        List<String> found = known.stream().filter(one -> one.startsWith(id)).toList();
        if (known.contains(id) || known.isEmpty()) {
            return id;
        }
        if (found.isEmpty()) {
            throw NotThereException.of("silence", id, known);
        }
        if (found.size() > 1) {
            throw NotThereException.ambiguous(id, found);
        }
        return found.get(0);
    }
}
