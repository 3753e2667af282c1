package io.hostpulse.console.alerts;

import io.hostpulse.common.control.HandlerView;
import io.hostpulse.common.text.Printable;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sums up in one line what is on, and who cannot be told.
 *
 * @param overview what was found
 */
public record AlertingLine(Overview overview) {

    /**
     * Puts the line together.
     *
     * @param style how tones are shown
     * @return the line without its end
     */
    public String render(Style style) {
        Watch watch = overview.watch();
        String line = "Alerts: " + style.paint(overview.counts() + " on", tone()) + trouble(style) + age(watch);
        return watch.complaint()
                .map(why -> "Alerts: " + style.paint("not known now, " + Printable.of(why), Tone.BAD))
                .orElse(line);
    }

    private Tone tone() {
        return overview.on().isEmpty()
                ? Tone.GOOD
                : LevelTone.of(overview.on().get(0).level());
    }

    private String trouble(Style style) {
        List<HandlerView> handlers =
                overview.watch().view().map(view -> view.handlers()).orElse(List.of());
        String failing = handlers.stream()
                .filter(HandlersText::needsALook)
                .map(AlertingLine::trouble)
                .collect(Collectors.joining(", "));
        return failing.isEmpty() ? "" : "; handlers in trouble: " + style.paint(Printable.of(failing), Tone.BAD);
    }

    private static String trouble(HandlerView handler) {
        List<String> parts = new ArrayList<>();
        if (handler.queued() > 0) {
            parts.add(handler.queued() + " queued");
        }
        if (handler.dead() > 0) {
            parts.add(handler.dead() + " given up");
        }
        return handler.name() + " (" + (parts.isEmpty() ? "failed last" : String.join(", ", parts)) + ")";
    }

    private static String age(Watch watch) {
        return watch.age().map(age -> " (" + Units.span(age) + " ago)").orElse("");
    }
}
