package io.hostpulse.collector.source.gpu;

import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.util.List;

/** Short words for what tests of this package compare. */
final class Cards {

    static final GpuOptions ALL = new GpuOptions(List.of(BackendKind.values()), new Globs(List.of()), true, true, "");

    private Cards() {}

    static Value value(CardReading card, CardField field) {
        return card.values().get(field);
    }

    static Value whole(long number) {
        return new Value.Whole(number);
    }

    static Value real(double number) {
        return new Value.Real(number);
    }

    static Value text(String text) {
        return new Value.Text(text);
    }

    static Value missing(String reason) {
        return new Value.Missing(reason);
    }

    static Value words(String... words) {
        return new Value.Sequence(List.of(words).stream().map(Value.Text::new).toList());
    }

    static List<Fields> elements(Value value) {
        return ((Value.Sequence) value)
                .values().stream().map(Fields.class::cast).toList();
    }

    static List<Fields> gpus(Reading reading) {
        return elements(((Reading.Ok) reading).fields().get("gpus").orElseThrow());
    }
}
