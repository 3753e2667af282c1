package io.hostpulse.common.violation;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Replaces halves of characters, which a process may have in its name and no JSON reader takes, and cuts texts that are too long for
 * one. Pure.
 */
final class WellFormed {

    /** As in notifications: nobody needs more, and receivers refuse it. */
    private static final int LONGEST = 4_096;

    private WellFormed() {}

    static Fields of(Fields fields) {
        Map<String, Value> copy = new LinkedHashMap<>();
        fields.values().forEach((name, inner) -> copy.put(of(name), of(inner)));
        return new Fields(copy);
    }

    private static Value of(Value value) {
        if (value instanceof Value.Text text) {
            return new Value.Text(of(text.value()));
        }
        if (value instanceof Value.Sequence sequence) {
            return new Value.Sequence(
                    sequence.values().stream().map(WellFormed::of).toList());
        }
        return value instanceof Fields fields ? of(fields) : value;
    }

    // Encoding writes a question mark for half of a character.
    private static String of(String text) {
        String clipped = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
        return new String(clipped.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
