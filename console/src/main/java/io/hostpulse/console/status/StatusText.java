package io.hostpulse.console.status;

import io.hostpulse.common.text.Style;
import io.hostpulse.console.alerts.AlertingLine;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows a status to a person.
 *
 * @param style how tones are shown
 */
public record StatusText(Style style) {

    /**
     * Puts the lines together.
     *
     * @param status what was found
     * @return a summary and two tables; one line when nothing runs
     */
    public String render(Status status) {
        if (!status.isRunning()) {
            return "Hostpulse is not running on " + status.data() + ": start it with 'hostpulse up'\n";
        }
        StringBuilder text = new StringBuilder();
        text.append(new Headline(status).render(style)).append('\n');
        text.append(new AlertingLine(status.alerting()).render(style)).append("\n\n");
        text.append(new ProcessTable(status.processes(), status.now()).render(style));
        if (!status.streams().isEmpty()) {
            text.append('\n').append(new StreamTable(status.streams(), status.now(), sinks(status)).render(style));
        }
        if (!status.sinks().isEmpty()) {
            text.append('\n').append(new SinkTable(status.sinks(), status.now()).render(style));
        }
        return text.toString();
    }

    private static Set<String> sinks(Status status) {
        return status.sinks().stream().map(sink -> "exporter-" + sink.name()).collect(Collectors.toSet());
    }
}
