package io.hostpulse.console.payload;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Writes a payload in one short line: {@code usage=3.2 cores=[1.0 5.4] swap=null}. Not thread-safe. */
public final class CompactText {

    private final PayloadReader reader = new PayloadReader();

    /** Prepares a reader that is used for one payload after another. */
    public CompactText() {}

    /**
     * Writes a payload.
     *
     * @param payload a JSON object
     * @return one line without control characters
     */
    public String of(byte[] payload) {
        try {
            return Printable.of(entries(reader.read(payload)));
        } catch (RecordFormatException notOurs) {
            // Another program's JSON may hold numbers beyond a long; people can read it as it is.
            return Printable.of(new String(payload, StandardCharsets.UTF_8));
        }
    }

    private static String entries(Fields fields) {
        return fields.values().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + of(entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String of(Value value) {
        if (value instanceof Value.Whole whole) {
            return Long.toString(whole.value());
        } else if (value instanceof Value.Real real) {
            return Double.toString(real.value());
        } else if (value instanceof Value.Flag flag) {
            return Boolean.toString(flag.value());
        } else if (value instanceof Value.Text text) {
            return quoted(text.value());
        } else if (value instanceof Value.Sequence sequence) {
            return sequence.values().stream().map(CompactText::of).collect(Collectors.joining(" ", "[", "]"));
        } else if (value instanceof Fields fields) {
            return "{" + entries(fields) + "}";
        }
        return "null";
    }

    private static String quoted(String text) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(letter -> " ={}[]\"".indexOf(letter) >= 0);
        return plain ? text : '"' + text + '"';
    }
}
