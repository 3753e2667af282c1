package io.hostpulse.console.alerts;

import io.hostpulse.common.control.HandlerView;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import java.util.List;
import java.util.OptionalLong;

/**
 * Shows to people how handlers are doing.
 *
 * @param style how tones are shown
 * @param width how many columns a line has
 * @param now the present time, epoch nanoseconds
 */
public record HandlersText(Style style, int width, long now) {

    /**
     * Puts the lines together.
     *
     * @param handlers what the alerter says of them
     * @return one line a handler
     */
    public String render(List<HandlerView> handlers) {
        if (handlers.isEmpty()) {
            return "there are no handlers: nobody is told of alerts; add one under 'notifications' in the configuration\n";
        }
        Table table = new Table()
                .left("HANDLER")
                .left("TYPE")
                .left("STATE")
                .right("QUEUED")
                .right("HANDLED")
                .right("FAILED")
                .right("DEAD")
                .left("LAST DELIVERED")
                .left("LAST ERROR");
        handlers.forEach(handler -> addRow(table, handler));
        return table.render(style, width);
    }

    private void addRow(Table table, HandlerView handler) {
        boolean trouble = isInTrouble(handler);
        table.row(
                Cell.of(handler.name()),
                Cell.of(handler.type()),
                state(handler, trouble),
                new Cell(Long.toString(handler.queued()), trouble && handler.queued() > 0 ? Tone.WARN : Tone.PLAIN),
                Cell.of(handler.handled()),
                Cell.of(handler.failed()),
                new Cell(Long.toString(handler.dead()), handler.dead() > 0 ? Tone.BAD : Tone.PLAIN),
                Cell.of(ago(handler.lastDelivered())),
                new Cell(error(handler), trouble ? Tone.BAD : Tone.PLAIN));
    }

    private static Cell state(HandlerView handler, boolean trouble) {
        if (!handler.enabled()) {
            return new Cell("disabled", Tone.WARN);
        }
        return trouble ? new Cell("failing", Tone.BAD) : new Cell("enabled", Tone.GOOD);
    }

    /** Its newest attempt failed, as far as is known. */
    static boolean isInTrouble(HandlerView handler) {
        boolean failedSince = handler.lastErrorAt().isPresent()
                && handler.lastErrorAt().getAsLong() > handler.lastDelivered().orElse(Long.MIN_VALUE);
        return handler.enabled() && failedSince;
    }

    static boolean needsALook(HandlerView handler) {
        return isInTrouble(handler) || handler.dead() > 0;
    }

    private String error(HandlerView handler) {
        return handler.lastError().isEmpty()
                ? ""
                : handler.lastError()
                        + (handler.lastErrorAt().isPresent() ? " (" + ago(handler.lastErrorAt()) + ")" : "");
    }

    private String ago(OptionalLong time) {
        return time.isPresent() ? Units.span(Math.max(0, now - time.getAsLong())) + " ago" : "never";
    }
}
