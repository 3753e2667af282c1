package io.hostpulse.console.gpu;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** Shows one line a card. Yellow is worth a look, red is trouble; what is not known is "-", never 0. */
record GpuTable(Iterable<Fields> cards) {

    /** Most chips slow themselves down between 83 and 95 °C. */
    private static final double WARM = 80;

    private static final double HOT = 90;
    private static final double NEARLY_FULL = 90;
    private static final double FULL = 98;

    String render(Style style) {
        Table table = new Table()
                .right("ID")
                .left("NAME")
                .left("STATE")
                .right("USAGE")
                .right("MEMORY")
                .right("OF")
                .right("TEMP")
                .right("POWER")
                .right("LIMIT")
                .right("FAN")
                .right("CLOCK")
                .left("BACKEND")
                .left("DRIVER");
        cards.forEach(card -> addRow(table, card));
        return table.render(style);
    }

    private static void addRow(Table table, Fields card) {
        table.row(
                cell(card, "id", number -> Long.toString((long) number)),
                text(card, "name"),
                state(card),
                cell(card, "gpu_usage_percent", Units::percent),
                judged(card, "memory_used", GpuTable::bytes, number(card, "memory_usage_percent"), NEARLY_FULL, FULL),
                cell(card, "memory_total", GpuTable::bytes),
                judged(card, "temperature", GpuTable::degrees, number(card, "temperature"), WARM, HOT),
                cell(card, "power_draw", GpuTable::watts),
                cell(card, "power_limit", GpuTable::watts),
                cell(card, "fan_percent", Units::percent),
                cell(card, "clock_graphics", number -> (long) number + " MHz"),
                text(card, "backend"),
                text(card, "driver_version"));
    }

    private static Cell state(Fields card) {
        Cell state = text(card, "state");
        return switch (state.text()) {
            case "active" -> new Cell(state.text(), Tone.GOOD);
            case "lost" -> new Cell(state.text(), Tone.BAD);
            default -> state;
        };
    }

    private static Cell judged(
            Fields card, String field, DoubleFunction<String> unit, OptionalDouble measure, double warn, double bad) {
        Tone tone = measure.isEmpty() || measure.getAsDouble() < warn
                ? Tone.PLAIN
                : measure.getAsDouble() < bad ? Tone.WARN : Tone.BAD;
        return new Cell(cell(card, field, unit).text(), tone);
    }

    private static Cell cell(Fields card, String field, DoubleFunction<String> unit) {
        OptionalDouble number = number(card, field);
        return Cell.of(number.isPresent() ? Optional.of(unit.apply(number.getAsDouble())) : Optional.empty());
    }

    private static Cell text(Fields card, String field) {
        return Cell.of(card.get(field).filter(Value.Text.class::isInstance).map(value -> ((Value.Text) value).value()));
    }

    private static OptionalDouble number(Fields card, String field) {
        Value value = card.get(field).orElse(Fields.NONE);
        if (value instanceof Value.Whole whole) {
            return OptionalDouble.of(whole.value());
        }
        return value instanceof Value.Real real ? OptionalDouble.of(real.value()) : OptionalDouble.empty();
    }

    private static String bytes(double bytes) {
        return Units.bytes((long) bytes);
    }

    private static String degrees(double degrees) {
        return Math.round(degrees) + " °C";
    }

    private static String watts(double watts) {
        return Units.decimal(watts) + " W";
    }
}
