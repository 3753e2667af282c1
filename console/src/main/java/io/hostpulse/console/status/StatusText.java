package io.hostpulse.console.status;

import io.hostpulse.common.text.Style;

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
        text.append(new Headline(status).render(style)).append("\n\n");
        text.append(new ProcessTable(status.processes(), status.now()).render(style));
        if (!status.streams().isEmpty()) {
            text.append('\n').append(new StreamTable(status.streams(), status.now()).render(style));
        }
        if (!status.sinks().isEmpty()) {
            text.append('\n').append(new SinkTable(status.sinks()).render(style));
        }
        return text.toString();
    }
}
