package io.hostpulse.console;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.console.alerts.AlertIndex;
import io.hostpulse.console.alerts.SilenceForm;
import io.hostpulse.console.alerts.Wish;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Asks the alerter for the same thing about some alerts.
 *
 * @param desk asks it
 * @param spec the command
 * @param action what is to be done with each
 */
record AlertOrders(AlerterDesk desk, CommandSpec spec, ControlAction action) {

    ExitCode to(List<String> ids, String text) throws IOException {
        if (ids.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "say which alerts: the beginnings of their ids, or --all; 'hostpulse alerts' lists them");
        }
        AlertIndex index = AlertIndex.of(desk.journal(), ids);
        return order(ids.stream().map(index::on).toList(), text);
    }

    ExitCode toAll(List<String> ids, String text) throws IOException {
        if (!ids.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--all means all of them: leave the ids out");
        }
        List<Alert> meant = AlertIndex.of(desk.journal(), ids).on().stream()
                .filter(this::isMeant)
                .toList();
        if (meant.isEmpty()) {
            desk.print("there is nothing to " + verb() + "\n");
            return desk.judge(desk.watch());
        }
        return order(meant, text);
    }

    private boolean isMeant(Alert alert) {
        return action != ControlAction.ACKNOWLEDGE || alert.state() != AlertState.ACKNOWLEDGED;
    }

    private ExitCode order(Collection<Alert> alerts, String text) throws IOException {
        checkText(text);
        return desk.order(new LinkedHashSet<>(alerts)
                .stream().map(alert -> wish(alert, text)).toList());
    }

    private void checkText(String text) {
        try {
            SilenceForm.text(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Wish wish(Alert alert, String text) {
        Fields.Builder arguments = Fields.builder().put("alert", alert.id());
        if (text != null && !text.isEmpty()) {
            arguments.put("text", text);
        }
        String which = " " + alert.id() + " (" + alert.key() + ")";
        return Wish.of(action, arguments.build(), "'" + verb() + which + "'", past() + which);
    }

    private String verb() {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private String past() {
        return switch (action) {
            case ACKNOWLEDGE -> "acknowledged";
            case RESOLVE -> "resolved";
            case NOTE -> "noted about";
            default -> "done:";
        };
    }
}
