package io.hostpulse.console.gpu;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Printable;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shows what a look at the graphics cards found: a line that sums it up, a table of the cards, and what was tried.
 *
 * @param style how tones are shown
 */
public record GpuText(Style style) {

    /**
     * Puts the lines together.
     *
     * @param found the fields of the source {@code gpu} with {@code tried}
     * @return text that ends with a line feed
     */
    public String render(Fields found) {
        List<Fields> cards = elements(found, "gpus");
        StringBuilder text = new StringBuilder();
        text.append(headline(found, cards)).append("\n\n");
        if (!cards.isEmpty()) {
            text.append(new GpuTable(cards).render(style)).append('\n');
        }
        return text.append(tried(elements(found, "tried"))).toString();
    }

    private String headline(Fields found, List<Fields> cards) {
        if (cards.isEmpty()) {
            return style.paint("No GPU found", Tone.HEAD) + ": GPU monitoring is not available on this host";
        }
        String drivers = cards.stream()
                .flatMap(card -> card.get("driver_version").stream())
                .filter(Value.Text.class::isInstance)
                .map(version -> ((Value.Text) version).value())
                .distinct()
                .collect(Collectors.joining(", "));
        String count = cards.size() == 1 ? "1 GPU" : cards.size() + " GPUs";
        String backend = found.get("backend").orElseThrow() instanceof Value.Text text ? text.value() : "-";
        return style.paint(count, Tone.HEAD) + ", GPU monitoring is " + style.paint("available", Tone.GOOD)
                + ": backend " + backend
                + (drivers.isEmpty() ? "" : ", driver " + Printable.of(drivers));
    }

    private String tried(List<Fields> tried) {
        Table table = new Table().left("BACKEND").left("RESULT");
        tried.forEach(each -> table.row(text(each, "backend"), text(each, "result")));
        return table.render(style);
    }

    private static Cell text(Fields fields, String name) {
        return Cell.of(
                fields.get(name).filter(Value.Text.class::isInstance).map(value -> ((Value.Text) value).value()));
    }

    private static List<Fields> elements(Fields found, String name) {
        return found.get(name).orElse(Fields.NONE) instanceof Value.Sequence list
                ? list.values().stream().map(Fields.class::cast).toList()
                : List.of();
    }
}
